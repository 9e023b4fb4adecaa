package io.github.osdutoken.cache;

import io.github.osdutoken.SampleProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process that takes a user's lock, says so, and keeps it until its input ends. */
final class LockHolder implements AutoCloseable {

    private final Process process;

    private LockHolder(Process process) {
        this.process = process;
    }

    /** Start one, and wait until it has the lock. */
    static LockHolder start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        LockHolder holder = new LockHolder(process);
        if (!"held".equals(process.inputReader().readLine())) {
            holder.close();
            throw new AssertionError("The lock was not taken");
        }
        return holder;
    }

    long pid() {
        return process.pid();
    }

    void letGo() throws IOException {
        process.outputWriter().close();
    }

    /** End it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] folder) throws IOException {
        AccountFiles files =
                AccountFiles.of(SampleProfile.keptIn(Path.of(folder[0]), "editor@contoso.com", "whatever"));
        try (ProcessLock lock = files.lock(Duration.ofSeconds(30))) {
            System.out.println(lock == null ? "nothing" : "held");
            System.out.flush();
            while (System.in.read() >= 0) {
                // its end is what is waited for
            }
        }
    }
}
