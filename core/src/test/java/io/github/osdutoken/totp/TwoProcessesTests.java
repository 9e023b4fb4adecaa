package io.github.osdutoken.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.TotpSecret;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes, as two forks of a build or two jobs on one machine are. */
@Timeout(120)
class TwoProcessesTests {

    private static final int STEPS = 50;

    private final TotpSecret secret = SoftwareTokens.anew();

    @TempDir
    private Path folder;

    @Test
    void neverGiveTheSameCode() throws Exception {
        try (Taker one = new Taker();
                Taker two = new Taker()) {
            assertThat(List.of(one.answer(), two.answer())).containsOnly("ready");
            for (int step = 0; step < STEPS; step++) {
                Instant now = Instant.parse("2026-01-01T12:00:00Z").plusSeconds(30L * step);
                one.ask(now);
                two.ask(now);
                String expected = codeAt(now);
                assertThat(List.of(one.answer(), two.answer()))
                        .as("the codes given at %s", now)
                        .containsExactlyInAnyOrder(expected, "-");
            }
        }
    }

    private String codeAt(Instant now) {
        TotpKey key = TotpKey.of(secret);
        return key.codeOf(key.stepAt(now)).value();
    }

    private final class Taker implements AutoCloseable {

        private final Process process;
        private final BufferedReader answers;

        Taker() throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CodesOnRequest.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = process.inputReader();
            say(secret.value());
            say(folder.toString());
        }

        void ask(Instant now) throws IOException {
            say(now.toString());
        }

        private void say(String line) throws IOException {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
        }

        String answer() throws IOException {
            return String.valueOf(answers.readLine());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
