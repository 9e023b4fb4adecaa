package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.TotpSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on the disk, who may read it, and what becomes of files that are not as they were written. */
class CacheFilesTests {

    private static final List<String> SECRETS =
            List.of("canary-password", "canary-totp", "canary-outside", "canary-access", "canary-refresh", "canary-id");

    @TempDir
    private Path temp;

    private Path folder = Path.of("cache");
    private Profile editor = SampleProfile.of("editor@contoso.com", "pass-1");

    @BeforeEach
    void keepInAFile() {
        folder = temp.resolve("cache");
        editor = SampleProfile.keptIn(
                folder,
                new TestUser(
                        "editor@contoso.com",
                        new Password("canary-password"),
                        new TotpSecret("canary-totp"),
                        new RefreshToken("canary-outside")));
    }

    @Test
    void holdNoSecretAndNameNoUser() throws Exception {
        store(editor);
        List<String> written = allFiles();

        assertThat(written).hasSize(2);
        for (String file : written) {
            for (String secret : SECRETS) {
                byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
                assertThat(file)
                        .doesNotContain(secret)
                        .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            }
            assertThat(file).doesNotContain("editor").doesNotContain("offline_access");
        }
        assertThat(isFound(editor)).isTrue();
    }

    @Test
    void areForTheirOwnerAlone() throws Exception {
        store(editor);

        assertModes("rwx------", "rw-------");
    }

    @Test
    void areKeptBesideThoseOfAnotherUserOfTheMachine() throws Exception {
        Path theirs = Files.createDirectories(folder.resolve("tokens"));
        boolean root = Files.getOwner(theirs).getName().equals("root");
        if (root) {
            Files.setAttribute(theirs, "unix:uid", 65534);

            store(editor);

            assertThat(isFound(editor)).isTrue();
            assertThat(theirs).isEmptyDirectory();
            assertThat(folder).isDirectoryContaining("glob:**/tokens-*");
        }
        // Nobody else can give a folder away.
        assertThat(OwnerOnly.isAStrangers(theirs)).isEqualTo(root);
        assertThat(OwnerOnly.isAStrangers(Path.of("/"))).isEqualTo(!root);
        assertThat(OwnerOnly.isAStrangers(folder.resolve("none"))).isFalse();
    }

    @Test
    void areClosedToOthersWhenSomebodyOpenedThem() throws Exception {
        store(editor);
        Files.setPosixFilePermissions(folder.resolve("tokens"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(accountFolder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file(".tokens"), PosixFilePermissions.fromString("rw-rw-r--"));
        Files.setPosixFilePermissions(accountFolder().resolve("salt"), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(isFound(editor)).isTrue();
        assertModes("rwx------", "rw-------");
    }

    @Test
    void areSealedAnewEachTime() throws Exception {
        store(editor);
        byte[] first = Files.readAllBytes(file(".tokens"));
        store(editor);

        assertThat(Files.readAllBytes(file(".tokens"))).isNotEqualTo(first);
    }

    @Test
    void ofSeveralScopesShareOneSalt() throws Exception {
        store(editor);
        byte[] salt = Files.readAllBytes(accountFolder().resolve("salt"));
        store(editor.withScope("openid"));

        assertThat(Files.readAllBytes(accountFolder().resolve("salt"))).isEqualTo(salt);
        assertThat(names()).filteredOn(name -> name.endsWith(".tokens")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 30, 100, 200, -1})
    void areSetAsideWhenAByteWasChanged(int at) throws Exception {
        store(editor);
        byte[] bytes = Files.readAllBytes(file(".tokens"));
        bytes[at < 0 ? bytes.length + at : at] ^= 1;
        Files.write(file(".tokens"), bytes);

        assertIsSetAside();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 100, -1})
    void areSetAsideWhenTheyAreTorn(int length) throws Exception {
        store(editor);
        byte[] bytes = Files.readAllBytes(file(".tokens"));
        Files.write(file(".tokens"), Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));

        assertIsSetAside();
    }

    @Test
    void areLeftWhereTheyAreByWhoDoesNotHoldTheLock() throws Exception {
        store(editor);
        Files.write(file(".tokens"), new byte[10]);

        TokenCache hasty = new TokenCache(Clock.systemUTC());
        hasty.load(TokenKey.of(editor), AccountFiles.of(editor));

        assertThat(hasty.current(TokenKey.of(editor))).isNull();
        assertThat(file(".tokens")).hasSize(10);
    }

    @Test
    void areSetAsideWhenTheyAreTooLarge() throws Exception {
        store(editor);
        Files.write(file(".tokens"), new byte[2_000_000]);

        assertIsSetAside();
    }

    @Test
    void areSetAsideWhenTheyBelongToAnotherScope() throws Exception {
        store(editor);
        Path one = file(".tokens");
        store(editor.withScope("openid"));
        Path other = names().stream()
                .filter(name -> name.endsWith(".tokens") && !one.endsWith(name))
                .map(accountFolder()::resolve)
                .findFirst()
                .orElseThrow();
        Files.copy(other, one, StandardCopyOption.REPLACE_EXISTING);

        assertIsSetAside();
        assertThat(isFound(editor.withScope("openid"))).isTrue();
    }

    @Test
    void areSetAsideWhenTheyAreLinks() throws Exception {
        store(editor);
        Path elsewhere = Files.move(file(".tokens"), temp.resolve("elsewhere"));
        byte[] content = Files.readAllBytes(elsewhere);
        store(editor);
        Path file = file(".tokens");
        Files.delete(file);
        Files.createSymbolicLink(file, elsewhere);

        assertIsSetAside();
        assertThat(elsewhere).hasBinaryContent(content);
    }

    @Test
    void areNotLookedForBehindALinkInTheFoldersPlace() throws Exception {
        store(editor);
        Path elsewhere = Files.move(accountFolder(), temp.resolve("elsewhere"));
        Files.createSymbolicLink(CacheFolder.of(folder).folderOf(Account.of(editor)), elsewhere);

        assertThat(isFound(editor)).isFalse();
        store(editor);
        assertThat(isFound(editor)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PBKDF2WithHmacSHA256 19999 AAAAAAAAAAAAAAAAAAAAAA==\n",
                "PBKDF2WithHmacSHA256 999999999 AAAAAAAAAAAAAAAAAAAAAA==\n",
                "PBKDF2WithHmacSHA1 20000 AAAAAAAAAAAAAAAAAAAAAA==\n",
                "PBKDF2WithHmacSHA256 20000 AAAA\n"
            })
    void doNotMakeUsDeriveKeysOtherwiseThanWeDo(String salt) throws Exception {
        store(editor);
        Files.writeString(accountFolder().resolve("salt"), salt);

        assertThat(isFound(editor)).isFalse();
        assertThat(names()).contains("salt.unreadable");
        store(editor);
        assertThat(isFound(editor)).isTrue();
    }

    @Test
    void areNoReasonToFailWhereThereCanBeNone() throws Exception {
        Files.writeString(folder, "a file in the folder's place");

        store(editor);

        assertThat(isFound(editor)).isFalse();
        assertThat(CacheFolder.of(folder).problem()).isPresent();
        assertThat(folder).hasContent("a file in the folder's place");
    }

    @Test
    void sayWithoutJavasNamesWhyTheyCannotBeKept() {
        assertThat(CacheFolder.why(new AccessDeniedException("/var/cache/tokens")))
                .isEqualTo("this user may not write to /var/cache/tokens.");
        assertThat(CacheFolder.why(new NoSuchFileException("/proc/cache"))).isEqualTo("/proc/cache cannot be made.");
    }

    @Test
    void ofLongAgoAreRemoved() throws Exception {
        store(editor);
        Path old = Files.writeString(accountFolder().resolve("0123.tokens"), "old");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(91 * 86_400L)));
        Files.setLastModifiedTime(
                accountFolder().resolve("salt"), FileTime.from(Instant.now().minusSeconds(91 * 86_400L)));

        store(editor);

        assertThat(old).doesNotExist();
        assertThat(isFound(editor)).isTrue();
    }

    @Test
    void areBoundInNumber() throws Exception {
        store(editor);
        for (int i = 0; i < 100; i++) {
            Path other = Files.writeString(accountFolder().resolve(i + ".unreadable"), "other");
            Files.setLastModifiedTime(other, FileTime.from(Instant.now().minusSeconds(60)));
        }

        store(editor);

        assertThat(names()).hasSizeLessThan(70);
        assertThat(isFound(editor)).isTrue();
    }

    @Test
    void canBeListedAndClearedWithoutASecret() throws Exception {
        store(editor);
        store(editor.withScope("openid"));
        CacheFolder cache = CacheFolder.of(folder);

        assertThat(cache.problem()).isEmpty();
        assertThat(cache.entries()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.issuer()).isEqualTo(editor.issuer());
            assertThat(entry.clientId()).isEqualTo("app-1");
            assertThat(entry.storedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(entry.bytes()).isBetween(100L, 2000L);
        });
        assertThat(cache.clear(editor.signIn().timeout())).isEqualTo(3);
        assertThat(cache.entries()).isEmpty();
        assertThat(isFound(editor)).isFalse();
        assertThat(names()).containsExactly("lock");
    }

    @Test
    void thatAreNotThereAreNotListed() {
        assertThat(CacheFolder.of(folder).entries()).isEmpty();
        assertThat(CacheFolder.of(folder).clear(editor.signIn().timeout())).isZero();
        assertThat(folder).doesNotExist();
    }

    @Test
    void needASecret() {
        Profile typedByHand = SampleProfile.keptIn(folder, new TestUser("editor@contoso.com", null, null, null));
        store(typedByHand);

        assertThat(isFound(typedByHand)).isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    void sayNoSecretInWords() {
        KeySalt salt = KeySalt.random();
        assertThat(salt.key(Account.of(editor))).hasToString("<redacted>");
        assertThatThrownBy(() -> KeySalt.parse("canary".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("it is torn or of another kind");
    }

    private void assertIsSetAside() throws IOException {
        assertThat(isFound(editor)).isFalse();
        assertThat(names())
                .filteredOn(name -> name.endsWith(".tokens.unreadable"))
                .hasSize(1);
        store(editor);
        assertThat(isFound(editor)).isTrue();
    }

    private void assertModes(String ofFolders, String ofFiles) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("tokens"))) {
            assertThat(all)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? ofFolders : ofFiles));
        }
    }

    private static void store(Profile profile) {
        Tokens tokens = new Tokens(
                new AccessToken("canary-access", Instant.now().plusSeconds(3600)),
                new RefreshToken("canary-refresh"),
                new IdToken("canary-id"),
                "openid",
                TokenOrigin.SIGN_IN);
        new TokenCache(Clock.systemUTC()).store(TokenKey.of(profile), tokens, AccountFiles.of(profile));
    }

    private static boolean isFound(Profile profile) {
        TokenCache anotherProcess = new TokenCache(Clock.systemUTC());
        AccountFiles files = AccountFiles.of(profile);
        try (ProcessLock lock = files.lock(profile.signIn().timeout())) {
            assertThat(lock).isNotNull();
            anotherProcess.load(TokenKey.of(profile), files);
        }
        return anotherProcess.current(TokenKey.of(profile)) != null;
    }

    private Path accountFolder() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("tokens"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    private Path file(String suffix) throws IOException {
        return accountFolder()
                .resolve(names().stream()
                        .filter(name -> name.endsWith(suffix))
                        .findFirst()
                        .orElseThrow());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(accountFolder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private List<String> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(CacheFilesTests::nameAndContent)
                    .toList();
        }
    }

    private static String nameAndContent(Path file) {
        try {
            return file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
