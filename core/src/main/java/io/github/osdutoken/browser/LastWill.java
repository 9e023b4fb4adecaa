package io.github.osdutoken.browser;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is still to be done should this JVM be killed, when no hook of its own runs.
 *
 * <p>A small shell reads from a pipe whose other end only this JVM has. At its end, for whatever cause, it runs a script.
 * On Windows, and where no shell starts, nothing is done.
 */
final class LastWill implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LastWill.class);

    private static final String END = "end";

    /** Makes a session of its own, so that a signal to the whole group of this JVM's processes, even SIGKILL, passes by. */
    private static final List<Path> OWN_SESSION = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /** Where there is no such program, signals that can be passed by are. */
    private static final String WAIT = """
            trap '' INT TERM HUP
            said=
            while read -r line; do
                [ "$line" = end ] && exit
                said="$said$line
            "
            done
            """;

    private final @Nullable Process shell;

    private LastWill(@Nullable Process shell) {
        this.shell = shell;
    }

    /**
     * Have a script run at this JVM's end.
     *
     * @param script where {@code $said} is what was said, and {@code $1} the first argument
     * @param said lines that others may not see, as they see arguments
     */
    static LastWill of(String script, List<String> said, String... arguments) {
        if (File.separatorChar != '/') {
            return new LastWill(null);
        }
        List<String> command = new ArrayList<>();
        OWN_SESSION.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of("/bin/sh", "-c", WAIT + script, "osdu-token-watch"));
        command.addAll(List.of(arguments));
        try {
            Process shell = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Writer words = shell.outputWriter();
            for (String line : said) {
                words.write(line + "\n");
            }
            words.flush();
            return new LastWill(shell);
        } catch (IOException e) {
            LOG.debug("Nobody watches over this JVM's end: {}", e.getMessage());
            return new LastWill(null);
        }
    }

    /** Have it done now. */
    void execute() {
        tell("");
    }

    /** Have nothing done. */
    @Override
    public void close() {
        tell(END + "\n");
    }

    private void tell(String last) {
        if (shell == null) {
            return;
        }
        try (Writer words = shell.outputWriter()) {
            words.write(last);
        } catch (IOException e) {
            LOG.debug("The watch had ended before: {}", e.getMessage());
        }
    }
}
