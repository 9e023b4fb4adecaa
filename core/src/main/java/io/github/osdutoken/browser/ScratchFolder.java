package io.github.osdutoken.browser;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a browser puts its profile and everything else it writes: cookies of a signed-in user among it. Only this user
 * can read it, and it is gone afterwards, also when the browser had to be killed.
 */
final class ScratchFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);

    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /**
     * Make one.
     *
     * @throws SignInException with {@link Reason#BROWSER_UNAVAILABLE} if it cannot be made
     */
    static ScratchFolder make() {
        try {
            return new ScratchFolder(Files.createTempDirectory("osdu-token-")); // 0700 where there are such modes
        } catch (IOException e) {
            throw SignInException.of(
                    Reason.BROWSER_UNAVAILABLE,
                    "Making a folder for the browser",
                    "nothing can be written to " + System.getProperty("java.io.tmpdir") + " ("
                            + e.getClass().getSimpleName() + ").",
                    "Make room there, or name another folder with -Djava.io.tmpdir (JAVA_TOOL_OPTIONS).",
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** Return the environment that makes a program use this folder for what is temporary. */
    Map<String, String> environment() {
        String folder = path.toString();
        return Map.of("TMPDIR", folder, "TMP", folder, "TEMP", folder);
    }

    @Override
    public void close() {
        remove();
        if (Files.exists(path)) {
            remove(); // a browser that has just been killed may have written meanwhile
        }
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(ScratchFolder::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} was not removed completely: {}", path, e.getClass().getSimpleName());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} was not removed: {}", file, e.getClass().getSimpleName());
        }
    }
}
