package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheFolderTests {

    @TempDir
    private Path root;

    @Test
    void isWhereThePlatformHasIt() {
        Path home = root.resolve("home");
        String other = root.resolve("other").toString();
        assertThat(find("Linux", home.toString(), Map.of("LOCALAPPDATA", other)))
                .contains(home.resolve(".cache").resolve("osdu-token"));
        assertThat(find("Linux", home.toString(), Map.of("XDG_CACHE_HOME", other)))
                .contains(root.resolve("other").resolve("osdu-token"));
        assertThat(find("Mac OS X", home.toString(), Map.of("XDG_CACHE_HOME", other)))
                .contains(home.resolve("Library").resolve("Caches").resolve("osdu-token"));
        assertThat(find("Windows 11", home.toString(), Map.of("LOCALAPPDATA", other)))
                .contains(root.resolve("other").resolve("osdu-token"));
        assertThat(find("Windows 11", home.toString(), Map.of()))
                .contains(home.resolve("AppData").resolve("Local").resolve("osdu-token"));
    }

    @Test
    void ignoresRelativePaths() {
        Path home = root.resolve("home");
        assertThat(find("Linux", home.toString(), Map.of("XDG_CACHE_HOME", "caches")))
                .contains(home.resolve(".cache").resolve("osdu-token"));
        assertThat(find("Linux", "?", Map.of())).isEmpty();
        assertThat(find("Linux", "\u0000", Map.of())).isEmpty();
    }

    @Test
    void isFoundOnThisMachine() {
        assertThat(UserCacheFolder.find())
                .hasValueSatisfying(folder -> assertThat(folder).isAbsolute().endsWithRaw(Path.of("osdu-token")));
    }

    private static Optional<Path> find(String os, String home, Map<String, String> environment) {
        Properties system = new Properties();
        system.setProperty("os.name", os);
        system.setProperty("user.home", home);
        return UserCacheFolder.find(system, environment);
    }
}
