package io.github.osdutoken.totp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The used time steps of one key, where all processes of the user see them.
 *
 * @param folder the folder, made when it is not there, for the owner alone
 * @param name the file's name without suffix; must tell nothing
 */
record StepFile(Path folder, String name) {

    private static final int MORE_THAN_WE_WRITE = 1024;

    /**
     * Look whether a step's code may be given, and mark it as given if asked to.
     *
     * @throws IOException if folder or file cannot be used
     */
    StepState check(long step, boolean take) throws IOException {
        Files.createDirectories(folder, forOwner("rwx------"));
        // Not waited for: who holds it may be halted, and only our caller knows the deadline.
        try (FileChannel channel = open(".lock", StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            return lock == null ? StepState.BUSY : checkAlone(step, take);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private StepState checkAlone(long step, boolean take) throws IOException {
        TimeSteps used = read(step);
        if (used.contains(step)) {
            return StepState.USED;
        }
        if (take) {
            used.add(step);
            write(used);
        }
        return StepState.FREE;
    }

    private TimeSteps read(long step) throws IOException {
        String text;
        mustBeAFile(path(".steps"));
        try (FileChannel channel =
                        FileChannel.open(path(".steps"), LinkOption.NOFOLLOW_LINKS, StandardOpenOption.READ);
                InputStream in = Channels.newInputStream(channel)) {
            text = new String(in.readNBytes(MORE_THAN_WE_WRITE), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return new TimeSteps();
        }
        var known = TimeSteps.parse(text);
        if (known.isPresent()) {
            return known.get();
        }
        // Overwritten by somebody else: perhaps the code of this step was given, that of the next one surely was not.
        TimeSteps anew = new TimeSteps();
        anew.add(step);
        write(anew);
        return anew;
    }

    private void write(TimeSteps steps) throws IOException {
        try (FileChannel draft = open(".draft", StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            Channels.newOutputStream(draft).write(steps.toString().getBytes(StandardCharsets.US_ASCII));
        }
        // Whole or not at all, should this process end here.
        Files.move(path(".draft"), path(".steps"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileChannel open(String suffix, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(Set.of(options));
        all.add(StandardOpenOption.CREATE);
        all.add(LinkOption.NOFOLLOW_LINKS);
        mustBeAFile(path(suffix));
        return FileChannel.open(path(suffix), all, forOwner("rw-------"));
    }

    /** A pipe in a file's place would be waited for without end when it is opened. */
    private static void mustBeAFile(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + " is of another kind");
        }
    }

    private Path path(String suffix) {
        return folder.resolve(name + suffix);
    }

    private FileAttribute<?>[] forOwner(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
