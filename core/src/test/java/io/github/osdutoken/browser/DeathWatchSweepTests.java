package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A driver that is stopped while it starts a browser leaves that one behind. */
class DeathWatchSweepTests {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWhatNobodyKnowsOf(@TempDir Path temp) throws Exception {
        Path scratch = Files.createDirectory(temp.resolve("scratch"));
        LastWill will = DeathWatch.over(scratch);
        ProcessBuilder left = new ProcessBuilder("sleep", "100");
        left.environment().put("TMPDIR", scratch.toString());
        Process browser = left.start();

        will.execute();

        assertThat(browser.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(browser.exitValue()).isEqualTo(128 + 9);
    }
}
