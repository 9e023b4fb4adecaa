package io.github.osdutoken.benchmarks;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An emulator and a cache folder of a benchmark's own, and JVMs that are given both and nothing else. */
final class Surroundings implements AutoCloseable {

    /** A second user. */
    static final String OTHER_PROFILE = "no-access";

    private static final long LONGEST_RUN_SECONDS = 300;

    private final Emulator emulator = Emulator.start();
    private final Path folder;

    Surroundings() throws IOException {
        folder = Files.createTempDirectory("osdu-token-benchmark-");
    }

    Emulator emulator() {
        return emulator;
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Start a main class with this program's class path. */
    Running start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("OSDU_"));
        builder.environment().putAll(environment());
        Path output = Files.createTempFile(folder, main.getSimpleName(), ".log");
        builder.redirectOutput(output.toFile());
        return new Running(builder.start(), output);
    }

    /** Return the settings that lead to the emulator, as environment variables. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        emulator.settings("default").forEach((key, value) -> environment.put(variable(key), value));
        EmulatorUser other = emulator.user(OTHER_PROFILE);
        environment.put(variable("osdu.profile." + OTHER_PROFILE + ".username"), other.username());
        environment.put(variable("osdu.profile." + OTHER_PROFILE + ".password"), other.password());
        environment.put("OSDU_CACHE", "file");
        environment.put("OSDU_CACHE_DIR", folder.resolve("cache").toString());
        return environment;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    @Override
    public void close() {
        emulator.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JVM that runs. */
    record Running(Process process, Path output) {

        /** Return what it printed once it has ended well. */
        String result() throws IOException, InterruptedException {
            if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            String printed = Files.readString(output);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Exit code " + process.exitValue() + ":\n" + printed);
            }
            return printed;
        }
    }
}
