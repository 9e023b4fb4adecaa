package io.github.osdutoken.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that says its version.
 *
 * @param text the first line it printed, without what it was built from
 */
record Program(String text) {

    private static final int SECONDS = 15;
    private static final int LONGEST = 4096;
    private static final Pattern MAJOR = Pattern.compile("(\\d+)\\.\\d+");

    /** Ask a program for its version; it is ended if it does not answer in time. */
    static Program version(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it did not say its version within " + SECONDS + " s");
            }
            String text = new String(process.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException("it ended with exit code " + process.exitValue());
            }
            String first = text.lines().findFirst().orElse("");
            return new Program(first.replaceFirst(" *\\(.*", "")
                    .replaceFirst(" built on .*", "")
                    .strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Return the number before the first dot. */
    Optional<String> major() {
        Matcher matcher = MAJOR.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
