package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A program with an OAuth client in it. It says what it has come to, a line of JSON for each step, and is told to go on by a
 * line; without more to say it ends.
 */
final class ClientProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private final Writer words;

    ClientProgram(Path folder, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        process = builder.start();
        lines = process.inputReader();
        words = process.outputWriter();
    }

    /** Return what every client needs to know of an emulator. */
    static Map<String, String> settings(HttpsEmulator at) {
        return Map.of(
                "AUTHORITY", at.tenant(),
                "CLIENT_ID", at.emulator().clientId(),
                "SCOPE", at.scope(),
                "REDIRECT_URI", HttpsEmulator.REDIRECT_URI,
                "CLIENT_SECRET", Objects.requireNonNullElse(at.emulator().clientSecret(), ""),
                "NODE_EXTRA_CA_CERTS", at.caFile().toString(),
                "REQUESTS_CA_BUNDLE", at.caFile().toString());
    }

    /** Read the next line, of this step. */
    JsonNode next(String step) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new AssertionError("The client ended before '" + step + "'; it said why on standard error.");
        }
        JsonNode said = new JsonMapper().readTree(line);
        if (!said.path("step").asText().equals(step)) {
            throw new AssertionError("'" + step + "' was to come, and not " + said);
        }
        return said;
    }

    void goOn(String word) throws IOException {
        words.write(word + "\n");
        words.flush();
    }

    @Override
    public void close() throws IOException {
        words.close();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("The client ends")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
