package io.github.osdutoken.totp;

import static io.github.osdutoken.totp.SoftwareTokens.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.osdutoken.TotpSecret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepFileTests {

    private static final String NOON = "2026-01-01T12:00:00Z";

    private final TotpSecret secret = SoftwareTokens.anew();
    private final String name = TotpKey.of(secret).fingerprint();

    @TempDir
    private Path folder;

    @Test
    void remembersForOtherProcesses() throws Exception {
        assertThat(new StepFile(folder, "a").check(7, true)).isEqualTo(StepState.FREE);
        assertThat(new StepFile(folder, "a").check(7, true)).isEqualTo(StepState.USED);
        assertThat(new StepFile(folder, "a").check(8, false)).isEqualTo(StepState.FREE);
        assertThat(new StepFile(folder, "a").check(8, true)).isEqualTo(StepState.FREE);
        assertThat(new StepFile(folder, "b").check(7, true)).isEqualTo(StepState.FREE);
        assertThat(folder.resolve("a.steps")).hasContent("7\n8\n");
    }

    @Test
    void keepsTheLastTwentySteps() throws Exception {
        for (long step = 100; step < 130; step++) {
            assertThat(new StepFile(folder, "a").check(step, true)).isEqualTo(StepState.FREE);
        }
        assertThat(Files.readAllLines(folder.resolve("a.steps")))
                .containsExactlyElementsOf(
                        LongStream.range(110, 130).mapToObj(Long::toString).toList());
        assertThat(new StepFile(folder, "a").check(110, true)).isEqualTo(StepState.USED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "7", "7\n8", "seven\n", "7\n\n8\n", "99999999999999999999\n", "\u00ff\u0000"})
    void countsTheStepAsUsedWhenTheFileIsCorrupt(String content) throws Exception {
        Files.writeString(folder.resolve("a.steps"), content);
        StepFile file = new StepFile(folder, "a");
        assertThat(file.check(9, true)).isEqualTo(StepState.USED);
        assertThat(folder.resolve("a.steps")).hasContent("9\n");
        assertThat(file.check(10, true)).isEqualTo(StepState.FREE);
    }

    @Test
    void doesNotReadAFileThatIsFarTooLarge() throws Exception {
        Files.writeString(folder.resolve("a.steps"), "7\n".repeat(100_000));
        assertThat(new StepFile(folder, "a").check(9, true)).isEqualTo(StepState.USED);
        assertThat(folder.resolve("a.steps")).hasContent("9\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {".steps", ".lock", ".draft"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no such pipes")
    void doesNotWaitForAPipeIntoWhichNobodyWrites(String suffix) throws Exception {
        Path pipe = Files.createDirectories(folder.resolve("totp")).resolve(name + suffix);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(at(NOON, secret, folder).take()).isPresent());
    }

    @Test
    void doesNotWaitForWhoHoldsTheLock() throws Exception {
        OneTimeCodes codes = at(NOON, secret, folder);
        Path lockFile = Files.createDirectories(folder.resolve("totp")).resolve(name + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(codes.take()).isEmpty();
            assertThat(codes.untilNext()).isEqualTo(Duration.ofMillis(50));
        }
        assertThat(codes.untilNext()).isZero();
        assertThat(codes.take()).isPresent();
    }

    @Test
    void givesNothingToAnInterruptedThread() {
        OneTimeCodes codes = at(NOON, secret, folder);
        try (Warnings warnings = new Warnings()) {
            Thread.currentThread().interrupt();
            assertThat(codes.take()).isEmpty();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(warnings.lines()).isEmpty();
        }
        assertThat(codes.take()).isPresent();
    }

    @Test
    void remembersInThisProcessWhenTheFolderCannotBeWrittenAndSaysSoOnce() throws Exception {
        Path blocked = Files.writeString(folder.resolve("a-file"), "");
        List<String> lines;
        try (Warnings warnings = new Warnings()) {
            assertThat(at(NOON, secret, blocked).untilNext()).isZero();
            assertThat(at(NOON, secret, blocked).take()).isPresent();
            assertThat(at(NOON, secret, blocked).take()).isEmpty();
            assertThat(at("2026-01-01T12:00:30Z", secret, blocked).take()).isPresent();
            lines = warnings.lines();
        }
        assertThat(lines)
                .hasSize(1)
                .first()
                .asString()
                .matches("Which one-time codes were used cannot be kept in \\Q" + blocked.resolve("totp")
                        + "\\E \\(\\w+: .+\\), and"
                        + " is remembered in this process only\\. Another process may give the same code, which is then"
                        + " rejected\\. Name a folder that can be written to with osdu\\.cache-dir\\.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Its profile folders are private by inheritance")
    void keepsFolderAndFilesForTheOwner() throws Exception {
        at(NOON, secret, folder.resolve("new")).take();
        List<String> permissions = new ArrayList<>();
        for (String file : List.of("", "totp", "totp/" + name + ".steps", "totp/" + name + ".lock")) {
            permissions.add(PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(folder.resolve("new").resolve(file))));
        }
        assertThat(permissions).containsExactly("rwx------", "rwx------", "rw-------", "rw-------");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Making links needs a privilege there")
    void doesNotFollowLinks() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "precious");
        Path ours = Files.createDirectories(folder.resolve("totp"));
        Files.createSymbolicLink(ours.resolve(name + ".steps"), other);
        try (Warnings warnings = new Warnings()) {
            assertThat(at(NOON, secret, folder).take()).isPresent();
            assertThat(warnings.lines()).hasSize(1);
        }
        assertThat(other).hasContent("precious");
    }

    @Test
    void writesNeitherSecretNorCode() throws Exception {
        String code = at(NOON, secret, folder).take().orElseThrow().value();
        String all = everythingIn(folder);
        assertThat(all)
                .contains(name)
                .doesNotContain(secret.value(), secret.value().toLowerCase(Locale.ROOT));
        assertThat(all.replace(name, "")).doesNotContain(code);
    }

    private static String everythingIn(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                all.append(folder.relativize(file)).append('\n');
                all.append(Files.isRegularFile(file) ? Files.readString(file) : "");
            }
        }
        return all.toString();
    }
}
