package io.github.osdutoken.cache;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The platform's folder for what a user's programs can afford to lose, and ours in it.
 *
 * @since 0.1
 */
public final class UserCacheFolder {

    private UserCacheFolder() {}

    /**
     * Find our folder: {@code osdu-token} in {@code $XDG_CACHE_HOME} or {@code ~/.cache}, on Windows in
     * {@code %LOCALAPPDATA%}, on macOS in {@code ~/Library/Caches}. It may not exist yet.
     *
     * @return an absolute path; empty for a user without a home
     * @see <a href="https://specifications.freedesktop.org/basedir/latest/">XDG Base Directory Specification</a>
     */
    public static Optional<Path> find() {
        return find(System.getProperties(), System.getenv());
    }

    static Optional<Path> find(Properties system, Map<String, String> environment) {
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Optional<Path> home = absolute(system.getProperty("user.home"));
        Optional<Path> caches;
        if (os.startsWith("windows")) {
            caches = absolute(environment.get("LOCALAPPDATA"))
                    .or(() -> home.map(h -> h.resolve("AppData").resolve("Local")));
        } else if (os.startsWith("mac")) {
            caches = home.map(h -> h.resolve("Library").resolve("Caches"));
        } else {
            caches = absolute(environment.get("XDG_CACHE_HOME")).or(() -> home.map(h -> h.resolve(".cache")));
        }
        return caches.map(c -> c.resolve("osdu-token"));
    }

    /** XDG has relative paths ignored; and a user without a home has one named "?" in Java. */
    private static Optional<Path> absolute(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
