package io.github.osdutoken.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What is known of the terminal, if there is one. */
final class Terminal {

    /** The launcher sets it, since a shell can tell and Java cannot. */
    private static final String PROPERTY = "osdu-token.terminal";

    private Terminal() {}

    /**
     * Tell whether someone watches standard error. Standard output may be elsewhere: <code>$(osdu-token get)</code> is
     * the usual way, so {@link System#console()} is of no use.
     */
    static boolean isStandardError() {
        return !"dumb".equals(System.getenv("TERM")) && (Boolean.getBoolean(PROPERTY) || isTerminal("/proc/self/fd/2"));
    }

    /** Tell whether this process and its children belong to a terminal, which sends Ctrl+C to all of them. */
    static boolean controls() {
        try (FileChannel terminal = FileChannel.open(Path.of("/dev/tty"))) {
            return terminal.isOpen();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isTerminal(String descriptor) {
        try {
            String device = Path.of(descriptor).toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false; // a pipe has no path, and there is no /proc but on Linux
        }
    }
}
