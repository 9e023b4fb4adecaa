package io.github.osdutoken.systemtests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A {@link SoakIssuer} in a process of its own, and the lines it is sent. */
final class DistantIssuer implements AutoCloseable {

    /** How often a password was sent, and how often a refresh token was turned into tokens. */
    record Counts(int passwordPosts, int refreshes) {}

    private final Process process;
    private final Writer words;
    private final BufferedReader answers;

    DistantIssuer(Duration refreshTokenLifetime) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoakIssuer.class.getName(),
                        refreshTokenLifetime.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        words = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Let it be so much later at the issuer's than the machine says. */
    void ahead(Duration by) throws IOException {
        tell("ahead", by.toString());
    }

    void rotateKeys() throws IOException {
        tell("rotate");
    }

    /** Stop, and forget all refresh tokens. */
    void stop() throws IOException {
        tell("stop");
    }

    void start() throws IOException {
        tell("start");
    }

    void revoke(String profile) throws IOException {
        tell("revoke", profile);
    }

    void changePassword(String profile, String password) throws IOException {
        tell("password", profile, password);
    }

    Counts counts() throws IOException {
        String[] counts = tell("counts").split(" ", 2);
        return new Counts(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
    }

    Map<String, String> settings(String profile) throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String one : tell("settings", profile).split("&", -1)) {
            String[] pair = one.split("=", 2);
            settings.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return settings;
    }

    private String tell(String... line) throws IOException {
        words.write(String.join(" ", line) + "\n");
        words.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The issuer has ended");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        words.close();
        process.destroy();
    }
}
