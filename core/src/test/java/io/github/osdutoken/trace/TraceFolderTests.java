package io.github.osdutoken.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFolderTests {

    private static final ZonedDateTime START = ZonedDateTime.parse("2026-11-23T18:40:12.5+01:00");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({
        "editor@contoso.com, 2026-11-23T18-40-12-editor",
        "../../etc/passwd, 2026-11-23T18-40-12-_.._etc_passwd",
        "CONTOSO\\åda, 2026-11-23T18-40-12-CONTOSO_da",
        "@, 2026-11-23T18-40-12-user"
    })
    void isNamedAfterTimeAndUser(String user, String name) throws IOException {
        assertThat(TraceFolder.create(temp.resolve("a/b"), START, user).file("index.html"))
                .isEqualTo(temp.resolve("a/b").resolve(name).resolve("index.html"));
    }

    @Test
    void isNeverOneThatIsThere() throws IOException {
        TraceFolder.create(temp, START, "editor");
        TraceFolder.create(temp, START, "editor");

        try (var folders = Files.list(temp)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrder("2026-11-23T18-40-12-editor", "2026-11-23T18-40-12-editor-2");
        }
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        Path folder = TraceFolder.create(temp, START, "editor").file("x").getParent();

        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isInTheBuildFolderThatIsThere() throws IOException {
        assertThat(TraceFolder.standard(temp).getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
        Files.createDirectory(temp.resolve("build"));
        assertThat(TraceFolder.standard(temp)).isEqualTo(temp.resolve("build/osdu-sign-in"));
        Files.createDirectory(temp.resolve("target"));
        assertThat(TraceFolder.standard(temp)).isEqualTo(temp.resolve("target/osdu-sign-in"));
    }

    @Test
    void isNotMadeWhereAFileIs() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> TraceFolder.create(file.resolve("sub"), START, "editor"))
                .isInstanceOf(IOException.class);
    }
}
