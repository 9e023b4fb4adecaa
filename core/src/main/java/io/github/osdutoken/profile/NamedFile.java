package io.github.osdutoken.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads what a setting names. It may be a pipe, as a shell's {@code <(command)} is, into which nobody ever writes. */
final class NamedFile {

    private static final int PATIENCE_SECONDS = 10;

    private NamedFile() {}

    /**
     * Read the beginning.
     *
     * @param most how many bytes at most
     * @throws IOException if it cannot be read, or is not to be had in some seconds
     */
    static byte[] read(Path path, int most) throws IOException {
        return Files.isRegularFile(path) ? readNow(path, most) : readInTime(path, most);
    }

    private static byte[] readNow(Path path, int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        }
    }

    /** Opening a pipe may wait for ever and cannot be interrupted, so a thread of its own does it. */
    private static byte[] readInTime(Path path, int most) throws IOException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> readNow(path, most));
        Thread reader = new Thread(reading, "osdu-file");
        reader.setDaemon(true);
        reader.start();
        try {
            return reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("it is no regular file, and did not end within " + PATIENCE_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
