package io.github.osdutoken.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own. */
final class Launched {

    private final Process process;
    private final StringBuilder err = new StringBuilder();

    private Launched(Process process) {
        this.process = process;
    }

    static Launched with(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.osdutoken.cli.OsduToken"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("OSDU_"));
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Launched(builder.start());
    }

    Process process() {
        return process;
    }

    /** Write to its standard input, and end that. */
    Launched given(String text) throws IOException {
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(UTF_8));
        }
        return this;
    }

    /** Return all it prints from now on, and wait for its end. */
    Run ended() throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        err.append(new String(process.getErrorStream().readAllBytes(), UTF_8));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err.toString());
    }

    /** Wait until it has printed a line on standard output. */
    Launched printed(String line) throws IOException {
        assertThat(lineOf(process.getInputStream())).isEqualTo(line);
        return this;
    }

    /** Wait until it has said something on standard error. */
    Launched said(String text) throws IOException {
        String line = lineOf(process.getErrorStream());
        while (!line.contains(text)) {
            err.append(line).append('\n');
            line = lineOf(process.getErrorStream());
        }
        err.append(line).append('\n');
        return this;
    }

    Launched signalled(String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
        return this;
    }

    private static String lineOf(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            assertThat(next).as("it ended after: " + line.toString(UTF_8)).isNotNegative();
            line.write(next);
        }
        return line.toString(UTF_8);
    }
}
