package io.github.osdutoken.cli;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.cli.format.Format;
import io.github.osdutoken.cli.format.Issued;
import io.github.osdutoken.cli.format.MalformedDocumentException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file that {@code --output} names. A regular one ends up with the tokens, readable by its owner only, or as it was.
 * A link stays one: what it leads to is written. A pipe or a device takes the text as standard output would.
 */
final class OutputFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private final Progress progress;

    OutputFile(Path file, Progress progress) {
        this.file = file.toAbsolutePath();
        this.progress = progress;
    }

    void write(Format format, Issued issued, String style) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, format.text(issued, style), StandardOpenOption.WRITE);
                return;
            }
            Path target = Links.follow(file);
            String existing = format.merges() && Files.exists(target) ? Files.readString(target) : "";
            String text = format.merged(issued, style, existing);
            format.notes(issued, text).forEach(progress::line);
            if (format.appends() && Files.exists(target)) {
                // in place: its reader may be another user, who could not read a file of ours
                Files.writeString(target, endOfLine(target) + text, StandardOpenOption.APPEND);
                return;
            }
            boolean wasOpen = isOpen(target);
            PrivateFile.write(target, text);
            if (wasOpen) {
                progress.line("Others could read " + target + "; now that it holds tokens, only you can.");
            }
        } catch (MalformedDocumentException | CharacterCodingException e) {
            String what = e instanceof MalformedDocumentException ? e.getMessage() : "it is not UTF-8";
            throw failure(
                    Reason.CONFIGURATION,
                    "it is there already, and cannot be changed: " + what + ".",
                    "Mend the file, or name another. It was left as it is.");
        } catch (NoSuchFileException | AccessDeniedException | NotDirectoryException e) {
            throw failure(
                    Reason.CONFIGURATION,
                    e.getClass().getSimpleName() + ": " + e.getMessage() + ".",
                    "Name a file in a folder that exists and that you may write to.");
        } catch (IOException e) {
            if (Files.isDirectory(file)) {
                throw failure(Reason.CONFIGURATION, "it is a folder.", "Name a file.");
            }
            boolean inOneStep = !format.appends() && (Files.isRegularFile(file) || !Files.exists(file));
            throw failure(
                    Reason.UNAVAILABLE,
                    e.getClass().getSimpleName() + ": " + e.getMessage() + ".",
                    "Make room, or name another file. "
                            + (inOneStep ? "What was there was left as it is." : "Do not use what did arrive."));
        }
    }

    /** Return what ends the last line, if it is not: what is added would go on in it. */
    private static String endOfLine(Path target) throws IOException {
        byte[] there = Files.readAllBytes(target);
        return there.length == 0 || there[there.length - 1] == '\n' ? "" : "\n";
    }

    private static boolean isOpen(Path target) throws IOException {
        return Files.exists(target)
                && PrivateFile.isPosix()
                && Files.getPosixFilePermissions(target).stream().anyMatch(OTHERS::contains);
    }

    private SignInException failure(Reason reason, String found, String next) {
        return SignInException.of(reason, "Writing " + file, found, next);
    }
}
