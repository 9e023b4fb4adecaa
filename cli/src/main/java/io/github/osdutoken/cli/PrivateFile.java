package io.github.osdutoken.cli;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner can read, from its first byte on, and that is never there in part. */
final class PrivateFile {

    private PrivateFile() {}

    static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        try {
            Path draft = Files.createTempFile(target.getParent(), ".osdu-token", ".tmp", forOwner());
            try {
                Files.writeString(draft, text);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Writing " + target,
                    e.getClass().getSimpleName() + ": " + e.getMessage() + ".",
                    "Name a file in a folder that exists and that you may write to.",
                    e);
        }
    }

    private static FileAttribute<?>[] forOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
