package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project as others have it, built by Maven: Surefire with two forks and with none, Failsafe with a
 * rerun; tests of Jupiter and JUnit 4 that read a token from a system property.
 */
class MavenTests {

    @TempDir
    private static Path project;

    private static Emulator emulator;

    @BeforeAll
    static void build() throws Exception {
        copy(Path.of("src", "test", "resources", "maven-project"), project);
        emulator = Emulator.start();
        List<String> command = new ArrayList<>(List.of(
                Path.of("..", "mvnw").toRealPath().toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "verify",
                // what the project has itself, and what only this module needs, left out
                "-Dmaven.test.additionalClasspath="
                        + String.join(",", ClassPath.without("/org/junit/", "/opentest4j/", "/archunit/"))));
        String repository = System.getProperty("localRepository"); // Surefire's name for it
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        Path log = project.resolve("build.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        environment().forEach(builder.environment()::put);
        Process maven = builder.redirectOutput(log.toFile()).start();
        try {
            assertThat(maven.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(maven.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void everyTestClassReadsAToken() throws Exception {
        assertThat(seen().keySet().stream().map(file -> file.replaceAll("-.*", "")))
                .containsExactlyInAnyOrder(
                        "FirstTest",
                        "FirstTest",
                        "SecondTest",
                        "SecondTest",
                        "OldTest",
                        "OldTest",
                        "FlakyIT",
                        "FlakyIT");
        assertThat(seen().values()).allSatisfy(token -> assertThat(token).startsWith("ey"));
    }

    @Test
    void theUserIsSignedInOnceForAllProcesses() throws Exception {
        assertThat(seen().keySet().stream()
                        .map(file -> file.replaceAll(".*-", ""))
                        .distinct())
                .as("processes")
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(emulator.passwordPosts()).isEqualTo(1);
    }

    @Test
    void noReportHoldsAToken() throws Exception {
        List<Path> reports = files(project.resolve("target"))
                .filter(file -> !file.startsWith(project.resolve("target/seen")))
                .toList();

        assertThat(reports.stream().filter(file -> holds(file, "name=\"seen.in.reports\" value=\"canary-1\"")))
                .as("reports with system properties")
                .hasSize(7);
        for (String token : seen().values()) {
            assertThat(reports).noneMatch(file -> holds(file, token));
            assertThat(holds(project.resolve("build.log"), token)).isFalse();
        }
        assertThat(reports).noneMatch(file -> holds(file, "PRIVILEGED_USER_TOKEN\""));
    }

    /** Return the tokens that tests have read, by the file that says so. */
    private static Map<String, String> seen() throws IOException {
        return files(project.resolve("target/seen"))
                .collect(Collectors.toMap(file -> file.getFileName().toString(), MavenTests::content));
    }

    private static boolean holds(Path file, String text) {
        return content(file).contains(text);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = emulator.settings("default").entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), e -> e.getValue()));
        environment.put("OSDU_CACHE", "file");
        environment.put("OSDU_CACHE_DIR", project.resolve("cache").toString());
        return environment;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from).toList()) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
