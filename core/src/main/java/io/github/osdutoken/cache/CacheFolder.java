package io.github.osdutoken.cache;

import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cache folder as a whole, for those who look after it: what is stored, whether it can be used, and how to empty it.
 * Tokens and remembered refusals are in its sub-folder {@code tokens}, one folder for each user.
 *
 * @since 0.1
 */
public final class CacheFolder {

    static final String SET_ASIDE = ".unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);

    private static final String TOKENS = ".tokens";

    /** Entra ID's refresh tokens end after as many days without use. */
    private static final Duration LONGEST_UNUSED = Duration.ofDays(90);

    private static final int MOST_FILES = 64;

    /** A lock is never deleted: who waits for the old one would not keep out who takes a new one. */
    private static final Set<String> STAY = Set.of("lock", "holder");

    private final Path path;

    private CacheFolder(Path path) {
        this.path = path;
    }

    /**
     * Look at a cache folder.
     *
     * @param path the folder that {@code osdu.cache-dir} names, or {@link UserCacheFolder#find()} finds; it need not be
     *     there
     * @return the folder
     */
    public static CacheFolder of(Path path) {
        return new CacheFolder(path);
    }

    /**
     * Return where it is.
     *
     * @return the path
     */
    public Path path() {
        return path;
    }

    /**
     * Say why tokens cannot be kept here. The folder is made if need be, and a file written and removed.
     *
     * @return a sentence; empty when all is well
     */
    public Optional<String> problem() {
        Path probe = tokens().resolve("probe");
        try {
            OwnerOnly.makeFolder(tokens());
            OwnerOnly.replace(probe, new byte[0]);
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(why(e));
        }
    }

    /** Who reads this looks at a folder, not at Java: its message for these two is the path alone. */
    static String why(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "this user may not write to " + denied.getFile() + ".";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " cannot be made.";
        }
        return e.getClass().getSimpleName() + ": " + e.getMessage() + ".";
    }

    /**
     * List the tokens that are stored, readable for this run's secrets or not.
     *
     * @return an entry for each user, application and scope; newest first
     * @throws UncheckedIOException if the folder cannot be read
     */
    public List<CacheEntry> entries() {
        List<CacheEntry> entries = new ArrayList<>();
        for (Path folder : accounts()) {
            for (Path file : files(folder)) {
                if (file.toString().endsWith(TOKENS)) {
                    entry(file).ifPresent(entries::add);
                }
            }
        }
        entries.sort(Comparator.comparing(CacheEntry::storedAt).reversed());
        return entries;
    }

    /**
     * Remove all tokens, remembered refusals and files that were set aside, whoever's they are. Waits for sign-ins that
     * run. What is left is an empty lock for each user, and which one-time codes were used.
     *
     * @param timeout how long to wait for each user's sign-in
     * @return how many files were removed
     * @throws SignInException if a sign-in takes longer
     * @throws UncheckedIOException if a file cannot be removed
     */
    @SuppressWarnings("try") // the lock is held, and that is all there is to do with it
    public int clear(Duration timeout) {
        int removed = 0;
        for (Path folder : accounts()) {
            try (ProcessLock lock = ProcessLock.take(folder, "another sign-in", timeout)) {
                for (Path file : files(folder)) {
                    if (!STAY.contains(file.getFileName().toString())) {
                        Files.deleteIfExists(file);
                        removed++;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return removed;
    }

    Path folderOf(Account account) {
        return tokens().resolve(account.folderName());
    }

    /** Where users of a machine share a cache folder, {@code tokens} is the first one's; others have one of their own. */
    private Path tokens() {
        Path tokens = path.resolve("tokens");
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return OwnerOnly.isAStrangers(tokens) ? path.resolve("tokens-" + user) : tokens;
    }

    /** Remove what nobody uses any more: files of former passwords, other scopes, and those set aside. */
    static void prune(Path folder) throws IOException {
        List<Aged> newestFirst;
        try {
            newestFirst = files(folder).stream()
                    .filter(file -> !STAY.contains(file.getFileName().toString()) && !file.endsWith("salt"))
                    .map(Aged::of)
                    .sorted(Comparator.comparing(Aged::changed).reversed())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Instant oldest = Instant.now().minus(LONGEST_UNUSED);
        for (int i = 0; i < newestFirst.size(); i++) {
            Aged one = newestFirst.get(i);
            if (i >= MOST_FILES || one.changed().isBefore(oldest)) {
                Files.deleteIfExists(one.file());
            }
        }
    }

    private record Aged(Path file, Instant changed) {

        static Aged of(Path file) {
            try {
                return new Aged(
                        file,
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                .toInstant());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> accounts() {
        return files(tokens()).stream()
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<CacheEntry> entry(Path file) {
        try {
            byte[] bytes = OwnerOnly.read(file);
            SealedFile header = SealedFile.headerOf(bytes);
            return Optional.of(new CacheEntry(header.issuer(), header.clientId(), header.storedAt(), bytes.length));
        } catch (IOException e) {
            LOG.debug("{} is not listed: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
