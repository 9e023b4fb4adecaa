package io.github.osdutoken.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code osdu-token} as users run it: a process of its own. */
final class CommandLine {

    private static final Path JAR =
            Path.of("..", "cli", "target", "osdu-token.jar").toAbsolutePath();

    /** How a process ended. */
    record Ended(int exitCode, List<String> commandLines, Path folder) {

        String out() throws IOException {
            return Files.readString(folder.resolve("stdout"));
        }

        String err() throws IOException {
            return Files.readString(folder.resolve("stderr"));
        }

        String lastErrorLine() throws IOException {
            return err().lines().reduce("", (earlier, later) -> later);
        }
    }

    private CommandLine() {}

    /**
     * Run the command to its end.
     *
     * @param folder where it works, and where its output is kept
     * @param environment added to a bare environment
     */
    static Ended run(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        List<String> seen = new ArrayList<>();
        Process process = start(folder, environment, arguments);
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(child -> commandLine(child.pid(), seen));
                commandLine(process.pid(), seen);
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("osdu-token did not end within 120 s");
                }
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), List.copyOf(seen), folder);
    }

    static Process start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        // In the module's test phase nothing is packaged yet.
        command.addAll(
                Files.exists(JAR)
                        ? List.of("-jar", JAR.toString())
                        : List.of("-cp", System.getProperty("java.class.path"), "io.github.osdutoken.cli.OsduToken"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "SE_CHROMEDRIVER"));
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "HOME", folder.toString(), "OSDU_CACHE", "memory"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Linux tells a process's arguments to everyone. */
    private static void commandLine(long pid, List<String> seen) {
        try {
            String line =
                    Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
            if (!seen.contains(line)) {
                seen.add(line);
            }
        } catch (IOException e) {
            seen.remove(""); // it has ended meanwhile
        }
    }
}
