package io.github.osdutoken.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that this user alone may read and write: made so, and looked at before they are used. A link is never
 * followed, a stranger's file never used, and what is ours but too open is closed.
 */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** Beyond any tokens; what is larger is not ours. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static @Nullable UserPrincipal us;

    private OwnerOnly() {}

    /** Make a folder and the ones above it, unless they are there, and check it. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder.toAbsolutePath().getParent(), attributes(folder, FOLDER));
            try {
                Files.createDirectory(folder, attributes(folder, FOLDER));
                closeOnWindows(folder);
            } catch (FileAlreadyExistsException e) {
                // another process was quicker, or it is no folder: the check tells
            }
        }
        check(folder, true);
    }

    /** Tell whether a path is there and belongs to somebody else; not what kind of file it is. */
    static boolean isAStrangers(Path path) {
        try {
            return !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(us());
        } catch (IOException e) {
            return false; // not there, or nothing to be seen: whoever uses it finds out
        }
    }

    /** Check a folder that is there. */
    static void checkFolder(Path folder) throws IOException {
        check(folder, true);
    }

    /** Read a file. */
    static byte[] read(Path file) throws IOException {
        check(file, false);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                InputStream in = Channels.newInputStream(channel)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnreadableFileException("it is larger than anything we write");
            }
            return bytes;
        }
    }

    /** Put a file in the place of the one before, whole or not at all, should this process or the machine end here. */
    static void replace(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        checkIfThere(draft);
        Set<OpenOption> options = Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(draft, options, attributes(draft, FILE))) {
            check(draft, false);
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Open a file that is there to be locked only. */
    static AsynchronousFileChannel openToLock(Path file) throws IOException {
        checkIfThere(file);
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        return AsynchronousFileChannel.open(file, options, null, attributes(file, FILE));
    }

    /** A pipe in a file's place would be waited for without end when it is opened. */
    private static void checkIfThere(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            check(file, false);
        }
    }

    private static void check(Path path, boolean folder) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (folder ? !found.isDirectory() : !found.isRegularFile()) {
            throw new UnreadableFileException(path + (found.isSymbolicLink() ? " is a link" : " is of another kind"));
        }
        UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        if (!owner.equals(us())) {
            throw new UnreadableFileException(path + " belongs to " + owner.getName());
        }
        if (isPosix(path)) {
            close(path, folder ? FOLDER : FILE);
        }
    }

    private static void close(Path path, Set<PosixFilePermission> allowed) throws IOException {
        if (!allowed.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))) {
            Files.setPosixFilePermissions(path, allowed);
            if (!allowed.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))) {
                throw new IOException("The file system of " + path + " does not keep others out");
            }
        }
    }

    /** Who we are is what the system says of a file we make: names and numbers of users differ in containers. */
    private static synchronized UserPrincipal us() throws IOException {
        if (us == null) {
            us = ownerOfWhatIsMade();
        }
        return us;
    }

    private static UserPrincipal ownerOfWhatIsMade() throws IOException {
        Path probe;
        try {
            probe = Files.createTempFile("osdu-token-", ".probe");
        } catch (IOException e) {
            throw new IOException(
                    "nothing can be written to " + System.getProperty("java.io.tmpdir")
                            + ", which would tell whose files are ours; -Djava.io.tmpdir (JAVA_TOOL_OPTIONS) names another"
                            + " folder",
                    e);
        }
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Let nobody but the owner in, what is put into the folder later included. */
    private static void closeOnWindows(Path folder) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(folder, AclFileAttributeView.class);
        if (view != null && !isPosix(folder)) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                    .build()));
        }
    }
}
