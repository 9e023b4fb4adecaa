package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebDriverException;

/** A driver is up when it says so; one that says nothing is asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "drivers that say something else are scripts for a shell")
class TalkingDriverTests {

    @TempDir
    private Path folder;

    @Test
    void believesADriverThatSaysItIsUp() {
        assertThatCode(() -> startAndEnd("echo 'Some Driver was started successfully on port 1.'; sleep 60; exit"))
                .doesNotThrowAnyException();
    }

    @Test
    void asksADriverThatSaysNothing() {
        Path driver = InstalledBrowser.find("auto", true).driver();

        assertThatCode(() -> startAndEnd("exec '" + driver + "' \"$@\" >/dev/null"))
                .doesNotThrowAnyException();
    }

    @Test
    void hearsOfADriverThatEnds() {
        assertThatThrownBy(() -> startAndEnd("echo 'That did not work.'; exit 7"))
                .isInstanceOf(WebDriverException.class)
                .hasMessageContaining("exit value: 7");
    }

    private void startAndEnd(String command) throws IOException {
        Path script = folder.resolve("driver");
        Files.writeString(script, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        LocalDriver.start(new InstalledBrowser(null, script)).close();
    }
}
