package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.CacheMode;
import io.github.osdutoken.Client;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.cli.format.Format;
import io.github.osdutoken.cli.format.Issued;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the file that {@code --output} names. */
class OutputFileTests {

    private static final Issued ISSUED = new Issued(
            new Profile(
                    Profile.DEFAULT,
                    URI.create("https://login.microsoftonline.com/contoso.com/v2.0"),
                    new Client("the-client", null, URI.create("http://localhost"), "openid"),
                    new TestUser("editor@contoso.com", null, null, null),
                    SignInOptions.DEFAULTS,
                    CacheMode.NONE,
                    null),
            new Tokens(
                    new AccessToken("the-access-token", Instant.EPOCH),
                    new RefreshToken("the-refresh-token"),
                    null,
                    "openid",
                    TokenOrigin.CACHE));

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        Path file = folder.resolve("token");

        write(file, Format.REFRESH_TOKEN);

        assertThat(Files.readString(file)).isEqualTo("the-refresh-token\n");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(err).hasToString("");
    }

    @Test
    void tellsWhenOthersCanReadItNoMore() throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), "MINE=1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        write(file, Format.DOTENV);

        assertThat(Files.readString(file)).startsWith("MINE=1\n").contains("REFRESH_TOKEN=the-refresh-token\n");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(err.toString()).startsWith("Others could read " + file);
    }

    @Test
    void followsALinkAndKeepsIt() throws Exception {
        Path target = Files.writeString(
                Files.createDirectory(folder.resolve("dotfiles")).resolve("envrc"), "# mine\n");
        Path link = Files.createSymbolicLink(folder.resolve(".envrc"), Path.of("dotfiles", "envrc"));
        Path dangling = Files.createSymbolicLink(folder.resolve("later"), Path.of("dotfiles", "later"));

        write(link, Format.ENV);
        write(dangling, Format.ACCESS_TOKEN);

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(target)).startsWith("# mine\nexport ");
        assertThat(dangling).isSymbolicLink();
        assertThat(Files.readString(folder.resolve("dotfiles").resolve("later")))
                .isEqualTo("the-access-token\n");
    }

    @Test
    void staysAsItWasWhenItCannotBeChanged() throws Exception {
        Path file = Files.writeString(folder.resolve("settings.json"), "{ \"a\": ");

        assertThatThrownBy(() -> write(file, Format.REST_CLIENT))
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFIGURATION))
                .hasMessage(
                        "Writing " + file + " failed: it is there already, and cannot be changed: it is not JSON: see"
                                + " line 1, column 8. Mend the file, or name another. It was left as it is.");
        assertThat(Files.readString(file)).isEqualTo("{ \"a\": ");

        Path latin = Files.write(folder.resolve("latin"), new byte[] {'#', (byte) 0xe4, '\n'});
        assertThatThrownBy(() -> write(latin, Format.ENV)).hasMessageContaining("it is not UTF-8");
        assertThat(Files.readAllBytes(latin)).hasSize(3);
        assertNothingElseLeft(2);
    }

    @Test
    void mayBeADevice() {
        write(Path.of("/dev/null"), Format.REFRESH_TOKEN);

        assertThat(Path.of("/dev/null").toFile().isFile()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX) // which has one
    void mayBeADeviceWithoutRoom() {
        assertThatThrownBy(() -> write(Path.of("/dev/full"), Format.REFRESH_TOKEN))
                .hasMessageStartingWith("Writing /dev/full failed: ")
                .hasMessageEndingWith("Make room, or name another file. Do not use what did arrive.");
    }

    @Test
    void mustNotBeAFolder() throws Exception {
        assertThatThrownBy(() -> write(folder, Format.REFRESH_TOKEN))
                .hasMessage("Writing " + folder + " failed: it is a folder. Name a file.");
        assertThatThrownBy(() -> write(folder.resolve("no").resolve("file"), Format.REFRESH_TOKEN))
                .hasMessageContaining("NoSuchFileException")
                .hasMessageEndingWith("Name a file in a folder that exists and that you may write to.");
        assertNothingElseLeft(0);
    }

    @Test
    void isAddedToForGitHub() throws Exception {
        Path file = Files.writeString(folder.resolve("github-env"), "BEFORE=1"); // by printf, say
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        write(file, Format.GITHUB);

        assertThat(Files.readString(file))
                .startsWith("BEFORE=1\nAZURE_TENANT<<osdu_token_")
                .contains("\nthe-refresh-token\n")
                .doesNotContain("::add-mask::");
        assertThat(permissions(file)).as("the runner's file stays the runner's").isEqualTo("rw-r--r--");
        assertThat(err).hasToString("");
    }

    private void write(Path file, Format format) {
        String style = format.styles().isEmpty() ? "" : format.styles().get(0);
        new OutputFile(file, Progress.plain(new PrintWriter(err, true))).write(format, ISSUED, style);
    }

    private void assertNothingElseLeft(int files) throws Exception {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(files);
        }
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
