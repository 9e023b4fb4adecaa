package io.github.osdutoken.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The clients for Node, with the packages of their lock file, in {@code target/node}. */
final class NodeProject {

    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node");

    private NodeProject() {}

    /** Return the folder; npm fills it once for each lock file. */
    static synchronized Path folder() throws Exception {
        Path lock = FOLDER.resolve("package-lock.json");
        boolean installed = Files.exists(lock)
                && Files.exists(FOLDER.resolve("node_modules").resolve(".package-lock.json"))
                && Files.mismatch(SOURCE.resolve("package-lock.json"), lock) < 0;
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            install();
        }
        return FOLDER;
    }

    private static void install() throws IOException, InterruptedException {
        Path log = FOLDER.resolve("npm.log");
        Process npm = new ProcessBuilder(
                        List.of(Programs.find("npm").toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new AssertionError("npm ci failed:\n" + Files.readString(log));
        }
    }
}
