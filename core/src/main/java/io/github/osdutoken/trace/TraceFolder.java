package io.github.osdutoken.trace;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of one trace: named after time and user, for its owner only, and never one that is there already. */
final class TraceFolder {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int MOST_AT_ONCE = 100;
    private static final int LONGEST_USER = 40;

    private final Path path;

    private TraceFolder(Path path) {
        this.path = path;
    }

    /**
     * Create a folder.
     *
     * @param configured the folder to create it in, or {@code null} for the build's
     */
    static TraceFolder create(@Nullable Path configured, ZonedDateTime start, String user) throws IOException {
        Path parent = configured != null ? configured : standard(Path.of("").toAbsolutePath());
        Files.createDirectories(parent);
        String name = NAME.format(start) + "-" + simple(user);
        for (int n = 1; n <= MOST_AT_ONCE; n++) {
            Path path = parent.resolve(n == 1 ? name : name + "-" + n);
            try {
                return new TraceFolder(Files.createDirectory(path, ownerOnly(parent)));
            } catch (FileAlreadyExistsException e) {
                // another sign-in's, at the same moment
            }
        }
        throw new FileAlreadyExistsException(parent.resolve(name).toString());
    }

    /** Return the folder for traces in the build folder that is there, which the build cleans; or one in the temp folder. */
    static Path standard(Path workingDirectory) {
        for (String build : new String[] {"target", "build"}) {
            if (Files.isDirectory(workingDirectory.resolve(build))) {
                return workingDirectory.resolve(build).resolve("osdu-sign-in");
            }
        }
        // The temp folder is everybody's, so the name has to be ours.
        return Path.of(
                System.getProperty("java.io.tmpdir"), "osdu-sign-in-" + simple(System.getProperty("user.name", "")));
    }

    void write(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(path.resolve(file.getKey()), file.getValue());
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    private static FileAttribute<?>[] ownerOnly(Path parent) throws IOException {
        FileStore store = Files.getFileStore(parent);
        return store.supportsFileAttributeView("posix") ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
    }

    /** Return what of a user name is fit for a folder's, without its domain. */
    private static String simple(String user) {
        String name = user.split("@", 2)[0].replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^\\.+", "");
        return name.isEmpty() ? "user" : name.substring(0, Math.min(name.length(), LONGEST_USER));
    }
}
