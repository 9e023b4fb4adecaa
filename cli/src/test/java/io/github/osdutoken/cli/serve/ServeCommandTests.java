package io.github.osdutoken.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.cli.OsduToken;
import io.github.osdutoken.cli.Run;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code serve}. */
@ResourceLock(Run.THIS_JVM)
class ServeCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void stopsWhenNobodyUsesIt() {
        assertThat(run("serve", "--no-open", "--idle", "1s")).isZero();

        assertThat(out.toString().strip()).matches("http://127\\.0\\.0\\.1:\\d+/");
        assertThat(err.toString())
                .containsPattern("The page asks for this code: [A-Z2-9]{4}-[A-Z2-9]{4} ")
                .contains("Stopped: nobody has used the page for a while.");
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(run("serve", "--no-open", "--port", String.valueOf(other.getLocalPort())))
                    .isEqualTo(2);
        }
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("error[CONFIGURATION] Serving the local page failed: port ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "15", "soon", "-1m"})
    void saysWhatALengthOfTimeIs(String idle) {
        assertThat(run("serve", "--idle", idle)).isEqualTo(2);
        assertThat(err.toString()).contains("is no length of time such as 90s, 15m or 2h");
    }

    @Test
    void endsOnASignal() throws Exception {
        Process serving = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.osdutoken.cli.OsduToken",
                        "serve",
                        "--no-open")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader printed = new BufferedReader(new InputStreamReader(serving.getInputStream(), UTF_8))) {
            URI page = URI.create(String.valueOf(printed.readLine()));
            assertThat(new RawHttp(page).get("/").status()).isEqualTo(200);
            serving.destroy();
            assertThat(serving.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            serving.destroyForcibly();
        }
    }

    @Test
    void opensTheDesktopsBrowser() {
        assertThat(DesktopBrowser.command("Linux", Map.of("DISPLAY", ":0"))).isEqualTo(List.of("xdg-open", ""));
        assertThat(DesktopBrowser.command("Linux", Map.of())).isEmpty();
        assertThat(DesktopBrowser.command("Mac OS X", Map.of())).isEqualTo(List.of("open", ""));
        assertThat(DesktopBrowser.command("Windows 11", Map.of())).startsWith("rundll32");
    }

    private int run(String... arguments) {
        return OsduToken.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }
}
