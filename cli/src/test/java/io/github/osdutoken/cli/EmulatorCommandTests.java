package io.github.osdutoken.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.emulator.Emulator;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The emulator as a process, and what a shell makes of its settings. */
@Timeout(120)
class EmulatorCommandTests {

    @TempDir
    private Path folder;

    @Test
    void printsSettingsThatAShellCanEvaluate() throws Exception {
        Process serving = start("emulator").redirectError(file("requests")).start();
        try {
            String settings = settings(serving);

            Process shell = shell(settings, "printf '%s|%s' \"$OSDU_PASSWORD\" \"$OSDU_PROFILE_NO_ACCESS_USERNAME\"");
            assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8))
                    .isEqualTo(password() + "|no-access@contoso.com");
        } finally {
            end(serving);
        }
    }

    @Test
    void isReachedWithTheSettingsItPrints() throws Exception {
        Path cache;
        Process serving = start("emulator").redirectError(file("requests")).start();
        try {
            List<String> get = start("get", "--profile", "viewer").command();
            String settings = settings(serving);
            cache = Path.of(new String(
                    shell(settings, "printf %s \"$OSDU_CACHE_DIR\"")
                            .getInputStream()
                            .readAllBytes(),
                    UTF_8));
            Process signingIn = shell(settings, "exec \"$@\"", get);
            String token = new String(signingIn.getInputStream().readAllBytes(), UTF_8);

            assertThat(signingIn.waitFor())
                    .as(Files.readString(folder.resolve("shell-err")))
                    .isZero();
            assertThat(token.strip()).hasSizeGreaterThan(100).doesNotContainAnyWhitespaces();
            assertThat(Files.readString(folder.resolve("shell-err")))
                    .startsWith("Page 'entra-username' on 127.0.0.1:")
                    .contains("Signed in viewer@contoso.com at http");
            assertThat(Files.readString(folder.resolve("requests")))
                    .startsWith("Emulating Entra ID and OSDU at http://127.0.0.1:")
                    .contains("/oauth2/v2.0/token -> 200")
                    .doesNotContain(token.strip());
            // in a folder of this run's own: another emulator at the same address has other keys
            Process listing =
                    shell(settings, "exec \"$@\"", start("cache", "list").command());
            assertThat(new String(listing.getInputStream().readAllBytes(), UTF_8))
                    .hasLineCount(1);
        } finally {
            end(serving);
        }
        assertThat(cache).doesNotExist();
        assertThat(cache.getParent()).doesNotExist();
    }

    @Test
    void servesHttpsThatJavaTrusts() throws Exception {
        Process serving = start(
                        "emulator", "--https", "--ca-file", file("ca.pem").toString(), "--format", "dotenv")
                .redirectError(file("requests"))
                .start();
        try {
            Map<String, String> settings = new HashMap<>();
            new String(serving.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> settings.put(pair[0], pair[1]));
            assertThat(settings)
                    .containsEntry("NODE_EXTRA_CA_CERTS", file("ca.pem").toString())
                    .containsEntry("REQUESTS_CA_BUNDLE", file("ca.pem").toString());

            Launched doctor = Launched.with(
                    Map.of(
                            "JAVA_TOOL_OPTIONS",
                            settings.getOrDefault("JAVA_TOOL_OPTIONS", "").replace("'", ""),
                            "OSDU_ISSUER",
                            settings.getOrDefault("OSDU_ISSUER", ""),
                            "OSDU_CLIENT_ID",
                            settings.getOrDefault("OSDU_CLIENT_ID", ""),
                            "OSDU_USERNAME",
                            "editor@contoso.com",
                            "OSDU_PASSWORD",
                            "not sent",
                            "OSDU_CACHE",
                            "memory"),
                    "doctor");
            Run run = doctor.ended();

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out())
                    .containsPattern("ok +discovery +https://127.0.0.1:")
                    .containsPattern("ok +sign-in page ");
        } finally {
            end(serving);
        }
        assertThat(file("ca.pem")).isFile(); // who named it may want it
        assertThat(folder).isDirectoryNotContaining("glob:**.p12");
    }

    @Test
    @ResourceLock(Run.THIS_JVM)
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("emulator", "--port", Integer.toString(other.getLocalPort()));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.lastErrorLine())
                    .isEqualTo("error[CONFIGURATION] Starting the emulator failed: port " + other.getLocalPort()
                            + " cannot be had. Choose another, or leave --port out for any free one.");
        }
    }

    @Test
    @ResourceLock(Run.THIS_JVM)
    void saysThatThereIsNoSuchPort() {
        Run run = Run.of("emulator", "--port", "70000");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lastErrorLine()).startsWith("error[CONFIGURATION] Starting the emulator failed: port 70000 ");
    }

    /** Return all it prints: it closes its standard output when it has told everything, and serves on. */
    private static String settings(Process serving) throws IOException {
        String settings = new String(serving.getInputStream().readAllBytes(), UTF_8);
        assertThat(settings).contains("OSDU_CLIENT_ID='");
        assertThat(serving.isAlive()).isTrue();
        return settings;
    }

    private Process shell(String settings, String script) throws IOException {
        return shell(settings, script, List.of());
    }

    private Process shell(String settings, String script, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", settings + "\n" + script, "sh"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(file("shell-err"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private ProcessBuilder start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.osdutoken.cli.OsduToken"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    private static String password() {
        try (Emulator same = Emulator.start()) {
            return same.user("default").password();
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
