package io.github.osdutoken.cli.emulator;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder in the temp folder, for its owner only, that ends with this JVM and all that is in it by then. */
final class PassingFolder {

    private PassingFolder() {}

    static Path create() {
        try {
            Path folder = Files.createTempDirectory("osdu-emulator-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "osdu-emulator-folder"));
            return folder;
        } catch (IOException e) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Making a folder for what ends with the emulator",
                    e.getClass().getSimpleName() + ": " + e.getMessage() + ".",
                    "Let TMPDIR (java.io.tmpdir) name a folder that exists and that you may write to.");
        }
    }

    /** Remove what can be removed: somebody who is writing there right now does not matter. */
    static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // the temp folder's keeper gets the rest
        }
    }
}
