package io.github.osdutoken.cache;

import io.github.osdutoken.CacheMode;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one user in the cache folder: a salt, a lock, and what is sealed. Nothing that goes wrong here keeps a
 * token from being had; it is warned of, once for each folder, and memory serves instead. For one thread, and one visit.
 */
public final class AccountFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AccountFiles.class);

    private static final String SALT = "salt";
    private static final Set<Object> WARNED_OF = ConcurrentHashMap.newKeySet();

    private final @Nullable Path folder;
    private final Account account;
    private boolean alone;

    private AccountFiles(@Nullable Path folder, Account account) {
        this.folder = folder;
        this.account = account;
    }

    /** Return the files of a profile's user: none unless {@code osdu.cache} is {@code file}. */
    public static AccountFiles of(Profile profile) {
        Account account = Account.of(profile);
        if (profile.cache() != CacheMode.FILE) {
            return none(account);
        }
        Path cacheDir = profile.cacheDir();
        if (cacheDir == null) {
            if (WARNED_OF.add("no folder")) {
                LOG.info(
                        "Tokens are kept in memory only: this user has no cache folder. Name one with osdu.cache-dir.");
            }
            return none(account);
        }
        if (account.secret().isEmpty()) {
            if (WARNED_OF.add(account.owner())) {
                LOG.info(
                        "The tokens of {} are kept in memory only: there is no secret to encrypt them with",
                        account.words());
            }
            return none(account);
        }
        return new AccountFiles(CacheFolder.of(cacheDir).folderOf(account), account);
    }

    /** Return no files, for what is kept in memory only. */
    public static AccountFiles none(Account account) {
        return new AccountFiles(null, account);
    }

    /**
     * Wait until no other process works for this user, and keep others out until closed.
     *
     * @throws SignInException if that takes too long, or the thread is interrupted
     */
    public ProcessLock lock(Duration timeout) {
        if (folder == null) {
            return ProcessLock.none();
        }
        try {
            OwnerOnly.makeFolder(parent(folder));
            OwnerOnly.makeFolder(folder);
            ProcessLock lock = ProcessLock.take(folder, "another sign-in of " + account.words(), timeout);
            alone = true;
            return lock;
        } catch (IOException e) {
            warn(e);
            return ProcessLock.none();
        }
    }

    /** Read a sealed file, if it is there; what is not as we wrote it is set aside, once the lock is held. */
    <T> Optional<T> read(Account whose, String suffix, byte[] identity, SealedFile.Content<T> content) {
        if (folder == null || whose.secret().isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<KeySalt> salt = salt(folder);
            if (salt.isEmpty()) {
                return Optional.empty();
            }
            AccountKey key = salt.get().key(whose);
            return readOrSetAside(
                    folder,
                    key.name(identity) + suffix,
                    file -> SealedFile.open(file, key, salt.get(), identity, content));
        } catch (IOException e) {
            warn(e);
            return Optional.empty();
        }
    }

    /** Seal a file in place of the one before. The lock is held. */
    void write(Account whose, String suffix, byte[] identity, SealedFile header, byte[] content) {
        if (folder == null || whose.secret().isEmpty()) {
            return;
        }
        try {
            OwnerOnly.makeFolder(parent(folder));
            OwnerOnly.makeFolder(folder);
            Optional<KeySalt> known = salt(folder);
            KeySalt salt = known.orElseGet(KeySalt::random);
            if (known.isEmpty()) {
                OwnerOnly.replace(folder.resolve(SALT), salt.bytes());
            }
            AccountKey key = salt.key(whose);
            OwnerOnly.replace(folder.resolve(key.name(identity) + suffix), header.seal(key, salt, identity, content));
            CacheFolder.prune(folder);
        } catch (IOException e) {
            warn(e);
        }
    }

    private Optional<KeySalt> salt(Path folder) throws IOException {
        return readOrSetAside(folder, SALT, KeySalt::parse);
    }

    private interface Reading<T> {
        T of(byte[] file) throws UnreadableFileException;
    }

    private <T> Optional<T> readOrSetAside(Path folder, String name, Reading<T> reading) throws IOException {
        try {
            OwnerOnly.checkFolder(parent(folder));
            OwnerOnly.checkFolder(folder);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        try {
            return Optional.of(reading.of(OwnerOnly.read(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (UnreadableFileException e) {
            // Without the lock, another process may have put a good one in its place meanwhile.
            if (alone) {
                LOG.warn("{} is set aside, since {}. Nothing is lost but a sign-in.", file, e.getMessage());
                Files.move(file, folder.resolve(name + CacheFolder.SET_ASIDE), StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.empty();
        }
    }

    /** The folder of all users, which is as closed as each one's. */
    private static Path parent(Path folder) {
        return Objects.requireNonNull(folder.getParent());
    }

    private void warn(IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return; // says nothing about the folder
        }
        if (folder != null && WARNED_OF.add(folder)) {
            LOG.warn(
                    "Tokens cannot be kept in {} ({}: {}), and are kept in memory only: each process signs in for"
                            + " itself. Name a folder of your own that can be written to with osdu.cache-dir.",
                    folder,
                    e.getClass().getSimpleName(),
                    e.getMessage());
        }
    }
}
