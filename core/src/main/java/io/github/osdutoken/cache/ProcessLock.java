package io.github.osdutoken.cache;

import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process at a time for each user. The lock is the operating system's, on a file of its own that nothing else is
 * done with, so a process that ends for whatever cause has let go of it.
 */
public final class ProcessLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessLock.class);

    private final @Nullable Path folder;
    private final @Nullable AsynchronousFileChannel channel;

    private ProcessLock(@Nullable Path folder, @Nullable AsynchronousFileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Return what is held when there is nobody to keep out. */
    static ProcessLock none() {
        return new ProcessLock(null, null);
    }

    /**
     * Wait for the lock and take it.
     *
     * @param folder the folder it is in
     * @param awaited what those who hold it do, for messages
     * @param timeout how long to wait
     * @throws IOException if the folder cannot hold a lock
     * @throws SignInException if it is not to be had in time, or the thread is interrupted
     */
    static ProcessLock take(Path folder, String awaited, Duration timeout) throws IOException {
        AsynchronousFileChannel channel = OwnerOnly.openToLock(folder.resolve("lock"));
        LockWait wait = new LockWait(folder, awaited, timeout);
        try {
            wait.until(channel);
        } catch (IOException | RuntimeException e) {
            // Closing a file ends all of this JVM's locks on it, also that of another holder in it (POSIX, close).
            if (!wait.isForThisJvm()) {
                channel.close();
            }
            throw e;
        }
        try {
            Holder.us().writeTo(folder);
        } catch (IOException e) {
            LOG.debug("Those who wait are not told who holds the lock: {}", e.getMessage());
        }
        return new ProcessLock(folder, channel);
    }

    /** Let the next one in. */
    @Override
    public void close() {
        if (folder == null || channel == null) {
            return;
        }
        try (channel) {
            Holder.removeFrom(folder);
        } catch (IOException e) {
            LOG.debug(
                    "Who held the lock is left in {}: {}", folder, e.getClass().getSimpleName());
        }
    }
}
