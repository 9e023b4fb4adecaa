package io.github.osdutoken.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The most memory that JVMs, what they start (driver and browser), and both together held at a time, in MB. Pages that
 * several processes share are counted once (proportional set size; Linux tells it).
 */
record MostMemory(long jvms, long browsers, long together) {

    private static final int LOOK_EVERY_MILLIS = 500;

    static final MostMemory NONE = new MostMemory(0, 0, 0);

    /** Look until all have ended, or the time is over. */
    static MostMemory of(List<Process> jvms, Duration longest) {
        CompletableFuture<?> end =
                CompletableFuture.allOf(jvms.stream().map(Process::onExit).toArray(CompletableFuture<?>[]::new));
        long start = System.nanoTime();
        MostMemory most = NONE;
        while (!end.isDone() && System.nanoTime() - start < longest.toNanos()) {
            long own = sum(jvms.stream().map(Process::toHandle));
            long others = sum(jvms.stream().flatMap(Process::descendants));
            most = new MostMemory(
                    Math.max(most.jvms, own), Math.max(most.browsers, others), Math.max(most.together, own + others));
            end.copy()
                    .thenApply(all -> "")
                    .completeOnTimeout("", LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        }
        return most;
    }

    /** Return the more of each. */
    MostMemory or(MostMemory other) {
        return new MostMemory(
                Math.max(jvms, other.jvms), Math.max(browsers, other.browsers), Math.max(together, other.together));
    }

    private static long sum(Stream<ProcessHandle> processes) {
        return processes.mapToLong(MostMemory::proportionalSet).sum() / 1024;
    }

    private static long proportionalSet(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it has ended
        }
    }
}
