package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** Nothing is left of a browser, however the JVM that started it ends. */
@Timeout(120)
class DeathWatchTests {

    @TempDir(factory = ShortName.class)
    private Path temp;

    private Process owner;
    private List<ProcessHandle> started;

    @BeforeEach
    void startABrowserInAJvmOfItsOwn() throws IOException {
        List<String> command = new ArrayList<>(OS.LINUX.isCurrentOs() ? List.of("setsid") : List.of());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temp,
                "-cp",
                System.getProperty("java.class.path"),
                BrowserOwner.class.getName()));
        owner = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .start();
        assertThat(owner.inputReader().readLine()).startsWith("up");
        started = owner.descendants().toList();
        assertThat(started).as("watch, driver and browser").hasSizeGreaterThan(2);
        assertThat(scratchFolders()).hasSize(1);
    }

    @AfterEach
    void stop() {
        owner.destroyForcibly();
    }

    @Test
    void endsDriverAndBrowserWhenTheJvmIsKilled() throws Exception {
        owner.destroyForcibly();

        assertAllEnd();
        assertThat(scratchFolders()).isEmpty();
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "Elsewhere there may be no setsid, which starts the JVM as that does")
    void leavesNoFolderWhenAllProcessesOfTheJvmsGroupAreKilled() throws Exception {
        new ProcessBuilder("sh", "-c", "kill -9 -$0", Long.toString(owner.pid()))
                .start()
                .waitFor();

        assertAllEnd();
        assertThat(scratchFolders()).isEmpty();
    }

    @Test
    void endsItselfWhenTheBrowserIsClosed() throws Exception {
        owner.outputWriter().close();

        assertAllEnd();
        assertThat(owner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(owner.exitValue()).isZero();
        assertThat(scratchFolders()).isEmpty();
    }

    @Test
    void endsTheBrowserOfADriverThatCrashed() throws Exception {
        ProcessHandle driver = started.stream()
                .filter(one -> one.info().command().orElse("").endsWith("chromedriver"))
                .findFirst()
                .orElseThrow();
        driver.destroyForcibly();
        driver.onExit().get(10, TimeUnit.SECONDS);
        owner.outputWriter().close();

        assertAllEnd();
        assertThat(scratchFolders()).isEmpty();
    }

    private void assertAllEnd() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<Void> all = CompletableFuture.allOf(
                        started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .thenRun(ended::countDown);
        assertThat(ended.await(10, TimeUnit.SECONDS))
                .as(
                        "%s; still running: %s",
                        all,
                        started.stream()
                                .filter(ProcessHandle::isAlive)
                                .map(ProcessHandle::info)
                                .toList())
                .isTrue();
    }

    /** Chromium's socket is in it, whose path may have 107 characters. */
    private static final class ShortName implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory("t");
        }
    }

    private List<Path> scratchFolders() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.filter(file -> file.getFileName().toString().startsWith("osdu-token-"))
                    .toList();
        }
    }
}
