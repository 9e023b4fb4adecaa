package io.github.osdutoken.junit;

import io.github.osdutoken.Secret;
import io.github.osdutoken.Tokens;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the build server that runs the tests which values to blank out of its log: GitHub Actions and Azure Pipelines
 * read commands for that from what a step prints.
 *
 * <p>What is printed in a test ends up in its report, where a token must not be. So this does not print: it writes to
 * the process's own standard error, which Surefire hands on to the console and to no file. Nothing of that is known of
 * Gradle's workers, so nothing is written there.
 */
final class LogMask {

    private static final Logger LOG = LoggerFactory.getLogger(LogMask.class);

    /** System.err would be what test runners capture. */
    private static final LogMask OF_THIS_PROCESS =
            new LogMask(System.getenv(), System.getProperties(), new FileOutputStream(FileDescriptor.err));

    private final @Nullable String command;
    private final OutputStream out;
    private final Set<Secret> told = Collections.newSetFromMap(Collections.synchronizedMap(new Latest()));

    LogMask(Map<String, String> environment, Properties properties, OutputStream out) {
        this.command = properties.containsKey("org.gradle.test.worker") ? null : command(environment);
        this.out = out;
    }

    /** Those used last, in a JVM that may live long; one that is told again does no harm. */
    private static final class Latest extends LinkedHashMap<Secret, Boolean> {

        private static final long serialVersionUID = 1L;

        private static final int MOST = 300;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Secret, Boolean> eldest) {
            return size() > MOST;
        }
    }

    static LogMask ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    private static @Nullable String command(Map<String, String> environment) {
        if ("true".equalsIgnoreCase(environment.get("GITHUB_ACTIONS"))) {
            return "::add-mask::";
        }
        return "true".equalsIgnoreCase(environment.get("TF_BUILD")) ? "##vso[task.setsecret]" : null;
    }

    /** Have all of a user's tokens blanked out, each value once. */
    Tokens hide(Tokens tokens) {
        if (command != null) {
            Stream.of(tokens.accessToken(), tokens.refreshToken(), tokens.idToken())
                    .flatMap(Stream::ofNullable)
                    .filter(told::add)
                    .forEach(token -> write(command + token.value()));
        }
        return tokens;
    }

    /** Write a line of its own in one go: a command behind the rest of another line would be shown, not obeyed. */
    private void write(String line) {
        try {
            out.write(("\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            LOG.debug(
                    "The build server could not be told of a token: {}",
                    e.getClass().getSimpleName());
        }
    }
}
