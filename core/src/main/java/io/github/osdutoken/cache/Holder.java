package io.github.osdutoken.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who holds a lock, for those who wait. Nothing depends on it but words: the lock itself is the system's.
 *
 * @param pid the process
 * @param since when it took the lock
 * @param program what it runs, and in which folder
 */
record Holder(long pid, Instant since, String program) {

    private static final String FILE = "holder";

    static Holder us() {
        // The words after the first are a program's arguments, and none of our business.
        String program = System.getProperty("sun.java.command", "java").split("\\s", 2)[0];
        return new Holder(
                ProcessHandle.current().pid(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                program.replaceAll(".*[/\\\\]", "") + " in " + System.getProperty("user.dir"));
    }

    void writeTo(Path folder) throws IOException {
        String lines = pid + "\n" + since + "\n" + program.replaceAll("\\R", " ") + "\n";
        OwnerOnly.replace(folder.resolve(FILE), lines.getBytes(StandardCharsets.UTF_8));
    }

    static void removeFrom(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Find who says that they hold the lock, if they live. One that was killed leaves a stale file. */
    static Optional<Holder> of(Path folder) {
        try {
            List<String> lines = new String(OwnerOnly.read(folder.resolve(FILE)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.size() == 3
                    ? Optional.of(new Holder(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)))
                            .filter(holder -> ProcessHandle.of(holder.pid).isPresent())
                    : Optional.empty();
        } catch (IOException | DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "process " + pid + " (" + program + ")";
    }
}
