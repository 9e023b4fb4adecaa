package io.github.osdutoken.benchmarks;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** How long a process may take. */
    static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    /** What a process is given that ends soon; the command's own launcher says the same. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Emulator emulator;
    private final Path folder;
    private final Map<String, String> more;

    Surroundings() throws IOException {
        this(Map.of());
    }

    Surroundings(Map<String, String> more) throws IOException {
        this(Emulator.start(), more);
    }

    /** Take an emulator, and end it with the rest. */
    Surroundings(Emulator emulator, Map<String, String> more) throws IOException {
        this.emulator = emulator;
        this.more = Map.copyOf(more);
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
        return run(java(System.getProperty("java.class.path"), List.of(), main.getName(), arguments));
    }

    /** Start a main class for one sign-in. */
    Running startShort(Class<?> main, String... arguments) throws IOException {
        return run(java(System.getProperty("java.class.path"), SHORT_LIVED, main.getName(), arguments));
    }

    /** Start a main class for one sign-in with these settings and no others, as environment variables. */
    Running startShort(Class<?> main, Map<String, String> settings) throws IOException {
        return run(java(System.getProperty("java.class.path"), SHORT_LIVED, main.getName()), settings);
    }

    /** Start a rival's main class for one sign-in. */
    Running rival(String main, String... arguments) throws IOException {
        String packageName = Surroundings.class.getPackageName() + ".rivals.";
        return run(java(System.getProperty("benchmarks.rivals"), SHORT_LIVED, packageName + main, arguments));
    }

    private static List<String> java(String classPath, List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                classPath,
                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    Running run(List<String> command) throws IOException {
        Map<String, String> settings = environment();
        settings.putAll(more);
        return run(command, settings);
    }

    private Running run(List<String> command, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("OSDU_"));
        builder.environment().putAll(settings);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Path output = Files.createTempFile(folder, "output", ".log");
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

    static String variable(String key) {
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
            if (!process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Exit code " + process.exitValue() + ":\n" + printed());
            }
            return printed();
        }

        /** Return what it has printed so far. */
        String printed() throws IOException {
            return Files.readString(output);
        }
    }
}
