package io.github.osdutoken.browser;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.remote.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a Grid's session should this JVM be killed, when no hook of its own runs; otherwise it would hold its place until the
 * node's session time-out.
 *
 * <p>As with {@link DeathWatch}, a small shell reads from a pipe whose other end only this JVM has. At its end it has curl
 * send what WebDriver, section 8.2, asks for. The session and the credentials come through the pipe, for others see
 * arguments. Without curl, and on Windows, nobody watches.
 */
final class SessionWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private static final String END = "end";

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r session
            read -r authorization
            read -r word && [ "$word" = end ] && exit
            printf 'url = "%s"\nheader = "%s"\n' "$session" "$authorization" |
                curl --silent --request DELETE --max-time 20 --retry 2 --config -
            """;

    private final @Nullable Process watcher;

    private SessionWatch(@Nullable Process watcher) {
        this.watcher = watcher;
    }

    /**
     * Watch over a session.
     *
     * @param authorization the header's value that the Grid wants, or empty
     */
    static SessionWatch over(URI grid, @Nullable SessionId session, String authorization) {
        if (File.separatorChar != '/' || session == null) {
            return new SessionWatch(null);
        }
        try {
            Process watcher = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "osdu-token-watch")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Writer words = watcher.outputWriter();
            words.write(grid.toString().replaceAll("/+$", "") + "/session/" + session + "\n");
            words.write((authorization.isEmpty() ? "" : "Authorization: " + authorization) + "\n");
            words.flush();
            return new SessionWatch(watcher);
        } catch (IOException e) {
            LOG.debug("Nobody watches over the Grid's session: {}", e.getMessage());
            return new SessionWatch(null);
        }
    }

    /** Have it end without doing anything. */
    @Override
    public void close() {
        if (watcher == null) {
            return;
        }
        try (Writer words = watcher.outputWriter()) {
            words.write(END + "\n");
        } catch (IOException e) {
            LOG.debug("The watch had ended before: {}", e.getMessage());
        }
    }
}
