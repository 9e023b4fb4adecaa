package io.github.osdutoken.cli.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A POSIX shell, the real one. */
final class Shell {

    private Shell() {}

    /** Evaluate a text, then print what a script says; in the script's output NUL parts the values. */
    static List<String> evaluated(String text, String script) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "eval \"$(cat)\"\n" + script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = shell.getOutputStream()) {
            in.write(text.getBytes(UTF_8));
        }
        String out = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).isZero();
        return List.of(out.split("\0", -1));
    }
}
