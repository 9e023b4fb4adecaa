package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The cache folder when there is nothing in it, or it is none. With entries: {@link DoctorCommandTests}. */
@ResourceLock(Run.THIS_JVM)
class CacheCommandTests {

    @TempDir
    private Path folder;

    private Surroundings surroundings = Surroundings.of(Map.of());

    @AfterEach
    void stop() {
        surroundings.close();
    }

    @Test
    void namesTheFolderThatHoldsNothing() {
        Path cache = folder.resolve("not-there-yet");
        surroundings = Surroundings.of(Map.of("osdu.cache-dir", cache.toString()));
        assertThat(Run.of("cache", "list").out().strip()).isEqualTo("Nothing is stored in " + cache + ".");
        assertThat(Run.of("cache", "list", "--format", "json").out()).isEqualToIgnoringWhitespace("[]");
        assertThat(Run.of("cache", "clear").out().strip()).isEqualTo("Nothing was stored in " + cache + ".");
        assertThat(cache).doesNotExist();
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        surroundings = Surroundings.of(Map.of("osdu.cache-dir", file.toString()));
        Run run = Run.of("cache", "list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.lastErrorLine()).startsWith("error[CONFIGURATION] ").contains("osdu.cache-dir", "is a file");
    }

    @Test
    void asksForOneOfItsCommands() {
        Run run = Run.of("cache");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lastErrorLine()).isEqualTo("error[CONFIGURATION] Missing command: cache list or cache clear");
    }
}
