package io.github.osdutoken.cache;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A wait for a user's lock, with a deadline, and with words for the log when it is long. */
final class LockWait {

    private static final Logger LOG = LoggerFactory.getLogger(LockWait.class);

    /** Most waits end sooner, and are not worth a word. */
    private static final Duration WORTH_SAYING = Duration.ofSeconds(3);

    /** Between two looks at a lock which another copy of this class in this JVM holds; the system tells nobody then. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Path folder;
    private final String awaited;
    private final Duration timeout;
    private final long start = System.nanoTime();
    private boolean said;
    private boolean forThisJvm;

    LockWait(Path folder, String awaited, Duration timeout) {
        this.folder = folder;
        this.awaited = awaited;
        this.timeout = timeout;
    }

    /**
     * Wait until the lock is had.
     *
     * @throws SignInException if it is not in time, or the thread is interrupted
     */
    void until(AsynchronousFileChannel channel) throws IOException {
        while (true) {
            try {
                FileLock lock = channel.tryLock();
                forThisJvm = false;
                if (lock == null) {
                    Answer answer = new Answer();
                    channel.lock(0, Long.MAX_VALUE, false, null, answer);
                    await(answer);
                }
                return;
            } catch (OverlappingFileLockException e) {
                forThisJvm = true;
                pause();
            }
        }
    }

    /** Tell whether it was another copy of this class in this JVM that held the lock. */
    boolean isForThisJvm() {
        return forThisJvm;
    }

    private void await(Answer answer) throws IOException {
        if (!answer.within(said ? left() : shorter(WORTH_SAYING, left()))) {
            say();
            if (!answer.within(left())) {
                throw inVain();
            }
        }
        answer.check();
    }

    private void pause() {
        if (left().isNegative()) {
            throw inVain();
        }
        if (left().compareTo(timeout.minus(WORTH_SAYING)) < 0) {
            say();
        }
        new Answer().within(LOOK_AGAIN);
    }

    private Duration left() {
        return timeout.minusNanos(System.nanoTime() - start);
    }

    private void say() {
        if (!said) {
            said = true;
            LOG.info(
                    "Waiting for {}: {} has been at it{}",
                    awaited,
                    holder(),
                    Holder.of(folder).map(holder -> " since " + holder.since()).orElse(" for some seconds"));
        }
    }

    private String holder() {
        return Holder.of(folder).map(Holder::toString).orElse("another process");
    }

    private SignInException inVain() {
        Optional<Holder> holder = Holder.of(folder);
        return SignInException.of(
                Reason.TIMEOUT,
                "Waiting for " + awaited,
                holder() + " has not ended it"
                        + holder.map(h -> ", begun at " + h.since()).orElse("") + ", and more than "
                        + timeout.toMillis() / 1000.0 + " s have passed.",
                "Look what that process does, and end it if it hangs; raise osdu.timeout if sign-ins are slow here.");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Waited for on a latch, since a future's wait makes JUnit's pool start another test. */
    private static final class Answer implements CompletionHandler<FileLock, Void> {

        private final CountDownLatch here = new CountDownLatch(1);
        private volatile @Nullable Throwable failure;

        boolean within(Duration time) {
            try {
                return here.await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw SignInException.of(
                        Reason.TIMEOUT,
                        "Waiting for another process's sign-in",
                        "the thread was interrupted.",
                        "Nothing was sent.");
            }
        }

        void check() throws IOException {
            if (failure != null) {
                throw new IOException("The lock is not to be had", failure);
            }
        }

        @Override
        public void completed(FileLock lock, Void nothing) {
            here.countDown();
        }

        @Override
        public void failed(Throwable e, Void nothing) {
            failure = e;
            here.countDown();
        }
    }
}
