package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.emulator.Emulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How runs end that do not bring a token: an exit code, nothing on standard output, one last line that says why. */
@ResourceLock(Run.THIS_JVM)
class FailureTests {

    @TempDir
    private Path folder;

    private Emulator emulator;
    private Surroundings surroundings = Surroundings.of(Map.of());

    @BeforeEach
    void start() {
        emulator = Emulator.start();
    }

    @AfterEach
    void stop() {
        surroundings.close();
        emulator.close();
    }

    @Test
    void configuration() {
        surroundings = Surroundings.of(Map.of("osdu.client-id", "some-client"));
        Run run = Run.of("get");

        assertFailed(run, 2, "error[CONFIGURATION] ");
        assertThat(run.lastErrorLine())
                .as("all problems, on one line")
                .contains("OSDU_TENANT_ID", "OSDU_USERNAME", "OSDU_PASSWORD");
    }

    @Test
    void unknownProfile() throws Exception {
        surroundings = Surroundings.of(emulator, folder, Map.of());
        assertFailed(Run.of("get", "--profile", "nobody"), 2, "error[CONFIGURATION] ");
    }

    @Test
    void refusal() throws Exception {
        surroundings = Surroundings.of(emulator, folder, Map.of("osdu.password", "wrong"));
        assertFailed(Run.of("get"), 3, "error[INVALID_CREDENTIALS] Signing in editor@contoso.com at http");
        assertThat(emulator.passwordPosts()).isEqualTo(1);
    }

    @Test
    void nobodyThere() throws Exception {
        surroundings = Surroundings.of(emulator, folder, Map.of());
        emulator.close();

        assertFailed(Run.of("get"), 4, "error[UNAVAILABLE] ");
    }

    @Test
    void notToBeTrusted() throws Exception {
        String otherName = emulator.issuer().toString().replace("127.0.0.1", "localhost");
        surroundings = Surroundings.of(emulator, folder, Map.of("osdu.issuer", otherName));

        assertFailed(Run.of("get"), 5, "error[PROTOCOL] ");
    }

    @Test
    void aDefectOfOurs() {
        StringWriter err = new StringWriter();

        assertThat(Failures.of(new StackOverflowError("of\n  two lines"), new PrintWriter(err), false))
                .isEqualTo(70);
        assertThat(err)
                .hasToString("error[DEFECT] This should not have happened: java.lang.StackOverflowError: of two lines."
                        + " Run again with --verbose and report what it prints." + System.lineSeparator());
    }

    @ParameterizedTest
    @MethodSource
    void tooLittleMemoryIsNoDefect(Throwable failure) {
        StringWriter err = new StringWriter();

        assertThat(Failures.of(failure, new PrintWriter(err), false)).isEqualTo(4);
        assertThat(err)
                .hasToString("error[UNAVAILABLE] Running osdu-token failed: Java has too little memory."
                        + " Give it more: OSDU_TOKEN_JAVA_OPTIONS=-Xmx64m, or a larger container."
                        + System.lineSeparator());
    }

    static Stream<Throwable> tooLittleMemoryIsNoDefect() {
        String text = "Exception java.lang.OutOfMemoryError: Java heap space [in thread \"main\"]";
        return Stream.of(
                new OutOfMemoryError("Java heap space"),
                new UncheckedIOException(new IOException(new ExceptionInInitializerError(text))));
    }

    @Test
    void showsAStackTraceWhenAskedTo() {
        surroundings = Surroundings.of(Map.of());
        Run run = Run.of("get", "--verbose");

        assertThat(run.err()).contains("\tat io.github.osdutoken.");
        assertThat(run.lastErrorLine()).startsWith("error[CONFIGURATION] ");
    }

    private static void assertFailed(Run run, int exitCode, String beginning) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.lastErrorLine()).startsWith(beginning);
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(run.err().lines().filter(line -> line.startsWith("error["))).hasSize(1);
    }
}
