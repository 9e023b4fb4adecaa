package io.github.osdutoken.systemtests;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.systemtests.CommandLine.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Processes of one user on one machine, with one cache folder and one temporary folder between them. */
final class Jobs implements AutoCloseable {

    private static final String[] GET = {"--verbose", "get", "--format", "json"};

    private final Path folder;
    private final Path temp;
    private final Map<String, String> environment = new HashMap<>();

    /** One of them. */
    record Job(Process process, Path folder) {

        Ended end() throws InterruptedException {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The process did not end within 120 s");
            }
            return new Ended(process.exitValue(), List.of(), folder);
        }
    }

    Jobs(Path folder, Emulator emulator) throws IOException {
        this.folder = folder;
        this.temp = Files.createTempDirectory("j"); // Chromium's socket is in it, whose path may have 107 characters
        emulator.settings("default")
                .forEach((key, value) -> environment.put(
                        key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        environment.put("OSDU_CACHE", "file");
        environment.put("OSDU_CACHE_DIR", cacheDir().toString());
        environment.put("OSDU_TRACE", "off");
        environment.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temp);
    }

    Jobs with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path cacheDir() {
        return folder.resolve("cache");
    }

    Job start(String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        return new Job(CommandLine.start(own, environment, GET), own);
    }

    List<Ended> run(int number) throws Exception {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            jobs.add(start("job-" + i));
        }
        List<Ended> ended = new ArrayList<>();
        for (Job job : jobs) {
            ended.add(job.end());
        }
        return ended;
    }

    /** Remove the temporary folder, and whatever is in it. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Return what still runs of all these processes, and what they left in the temporary folder. */
    List<String> left() {
        List<String> left = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(process -> environmentOf(process).contains(folder.toString()))
                .forEach(process -> left.add(process.pid() + " " + process.info()));
        try (Stream<Path> files = Files.list(temp)) {
            files.filter(file -> file.getFileName().toString().startsWith("osdu-token-") && Files.isDirectory(file))
                    .map(Path::toString)
                    .forEach(left::add);
        } catch (IOException e) {
            left.add(e.toString());
        }
        return left;
    }

    /** Linux tells a process's environment to its owner. */
    private static String environmentOf(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
