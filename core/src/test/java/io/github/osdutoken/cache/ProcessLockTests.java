package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.SignInException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time; each waiter has its turn, or its deadline. */
@Timeout(60)
class ProcessLockTests {

    private static final Duration ENOUGH = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void isWaitedForUntilItsHolderLetsGo() throws Exception {
        try (LockHolder holder = LockHolder.start(folder)) {
            Future<Boolean> waiting = threads.submit(() -> take("editor@contoso.com", ENOUGH));

            holder.letGo();

            assertThat(waiting).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void isFreeWhenItsHolderWasKilled() throws Exception {
        try (LockHolder holder = LockHolder.start(folder)) {
            Future<Boolean> waiting = threads.submit(() -> take("editor@contoso.com", ENOUGH));

            holder.kill();

            assertThat(waiting).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void isNotHeldForAnotherUser() throws Exception {
        try (LockHolder holder = LockHolder.start(folder)) {
            assertThat(holder.pid()).isPositive();
            assertThat(take("viewer@contoso.com", Duration.ZERO)).isTrue();
        }
    }

    @Test
    void isWaitedForAsLongAsAllowedAndItsHolderNamed() throws Exception {
        try (LockHolder holder = LockHolder.start(folder);
                Said said = new Said()) {
            SignInException e = catchThrowableOfType(
                    SignInException.class, () -> take("Editor@contoso.com", Duration.ofMillis(3200)));

            assertThat(e.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(e.getMessage())
                    .startsWith("Waiting for another sign-in of editor@contoso.com at"
                            + " https://login.example/tenant/v2.0 failed: process " + holder.pid() + " ("
                            + LockHolder.class.getName() + " in ")
                    .containsPattern(" has not ended it, begun at \\S+Z, and more than 3.2 s have passed. Look what")
                    .endsWith("raise osdu.timeout if sign-ins are slow here.");
            assertThat(said.lines())
                    .filteredOn(line -> line.contains("process " + holder.pid()))
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).contains("has been at it since"));
            holder.letGo();
            assertThat(take("editor@contoso.com", ENOUGH))
                    .as("after a wait in vain")
                    .isTrue();
        }
    }

    @Test
    void isNotBlockedByAStaleNote() throws Exception {
        assertThat(take("editor@contoso.com", ENOUGH)).isTrue();
        Path account = CacheFolder.of(folder).folderOf(Account.of(SampleProfile.of("editor@contoso.com", "whatever")));
        Files.writeString(account.resolve("holder"), "1\n2026-11-23T10:00:00Z\nsomething\n");

        assertThat(take("editor@contoso.com", Duration.ZERO)).isTrue();
    }

    @Test
    void keepsOutAnotherCopyOfThisProgramInThisProcessToo() throws Exception {
        AccountFiles files = files("editor@contoso.com");
        Future<Boolean> waiting;
        try (ProcessLock held = files.lock(ENOUGH)) {
            assertThat(held).isNotNull();
            waiting = threads.submit(() -> take("editor@contoso.com", ENOUGH));
            SignInException e = catchThrowableOfType(
                    SignInException.class, () -> take("editor@contoso.com", Duration.ofMillis(300)));
            assertThat(e.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(waiting).isNotDone();
        }
        assertThat(waiting).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void letsAnInterruptedThreadGo() throws Exception {
        try (LockHolder holder = LockHolder.start(folder)) {
            assertThat(holder.pid()).isPositive();
            Future<SignInException> waiting = threads.submit(() -> {
                Thread.currentThread().interrupt();
                return catchThrowableOfType(SignInException.class, () -> take("editor@contoso.com", ENOUGH));
            });

            assertThat(waiting.get(10, TimeUnit.SECONDS).reason()).isEqualTo(Reason.TIMEOUT);
        }
    }

    private boolean take(String username, Duration timeout) {
        try (ProcessLock lock = files(username).lock(timeout)) {
            return lock != null;
        }
    }

    private AccountFiles files(String username) {
        return AccountFiles.of(SampleProfile.keptIn(folder, username, "another-password"));
    }

    private static final class Said extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger(LockWait.class.getName());
        private final List<String> lines = new ArrayList<>();

        Said() {
            logger.addHandler(this);
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public synchronized void publish(LogRecord record) {
            lines.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
