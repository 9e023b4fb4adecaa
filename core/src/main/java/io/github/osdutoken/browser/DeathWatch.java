package io.github.osdutoken.browser;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends driver and browser and removes their folder should this JVM be killed, when no hook of its own runs.
 *
 * <p>A small shell reads from a pipe whose other end only this JVM has. At its end, for whatever cause, it kills what has
 * the folder as its temporary one, as the driver and all that it starts have. On Windows nobody watches.
 */
final class DeathWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeathWatch.class);

    private static final String END = "end";

    /** Looks at least twice, since a process may be starting; signals to the whole group of processes pass it by. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r word && [ "$word" = end ] && exit
            processes() {
                if [ -r /proc/self/environ ]; then
                    grep -lF "TMPDIR=$1" /proc/[0-9]*/environ | cut -d/ -f3
                else
                    ps -A -E -ww -o pid= -o command= | grep -F "TMPDIR=$1" | awk '{ print $1 }'
                fi
            }
            for turn in 1 2 3 4 5 6; do
                found=$(processes "$1")
                [ -n "$found" ] && kill -9 $found
                rm -rf -- "$1"
                [ "$turn" -gt 1 ] && [ -z "$found" ] && [ ! -e "$1" ] && exit
                sleep 1
            done
            """;

    private final @Nullable Process watcher;

    private DeathWatch(@Nullable Process watcher) {
        this.watcher = watcher;
    }

    /** Watch over a folder that processes to come have as their {@code TMPDIR}. */
    static DeathWatch over(Path folder) {
        if (File.separatorChar != '/') {
            return new DeathWatch(null);
        }
        try {
            return new DeathWatch(new ProcessBuilder("/bin/sh", "-c", SCRIPT, "osdu-token-watch", folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            LOG.debug("Nobody watches over {}: {}", folder, e.getMessage());
            return new DeathWatch(null);
        }
    }

    /** Have it do its work now, since more may have been started than is known, such as a browser of no session yet. */
    void sweep() {
        if (watcher == null) {
            return;
        }
        try {
            watcher.outputWriter().close();
        } catch (IOException e) {
            LOG.debug("The watch had ended before: {}", e.getMessage());
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
