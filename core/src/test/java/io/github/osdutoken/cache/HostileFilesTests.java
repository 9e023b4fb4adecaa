package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.Fuzz;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies in the cache folder: what was stored or nothing, no crash, no end of waiting, and room for new tokens. */
class HostileFilesTests {

    @TempDir
    private Path temp;

    private Profile ada = SampleProfile.of("ada@contoso.com", "pass-1");
    private Profile bob = ada;

    @BeforeEach
    void keepInFiles() {
        ada = SampleProfile.keptIn(temp.resolve("cache"), "ada@contoso.com", "pass-1");
        bob = SampleProfile.keptIn(temp.resolve("cache"), "bob@contoso.com", "pass-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {".tokens", "salt"})
    void areNotBelievedWithAnyByteChanged(String suffix) throws IOException {
        store(ada, "canary-1");
        Path file = file(ada, suffix);
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(file, bad);
            assertThat(found(ada)).as("byte %d changed", i).isNull();
            Files.write(file, good);
        }
        assertThat(found(ada)).isEqualTo("canary-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {".tokens", "salt"})
    void areNotBelievedCutOffAnywhere(String suffix) throws IOException {
        store(ada, "canary-1");
        Path file = file(ada, suffix);
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThat(found(ada)).as("cut off after %d bytes", length).isNull();
            Files.write(file, good);
        }
    }

    @Test
    void areNotBelievedInAnotherUsersPlace() throws IOException {
        store(ada, "canary-1");
        store(bob, "canary-2");
        Path adas = file(ada, ".tokens");
        Path bobs = file(bob, ".tokens");

        Files.copy(adas, bobs, StandardCopyOption.REPLACE_EXISTING);
        assertThat(found(bob)).isNull();

        store(bob, "canary-2");
        Files.copy(folder(ada).resolve("salt"), folder(bob).resolve("salt"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(adas, bobs, StandardCopyOption.REPLACE_EXISTING);
        assertThat(found(bob)).isNull();
        assertThat(found(ada)).isEqualTo("canary-1");
    }

    @Test
    void areReadOrNotHoweverTheyAreChanged() throws IOException {
        store(ada, "canary-1");
        Path file = file(ada, ".tokens");
        byte[] good = Files.readAllBytes(file);
        Fuzz.run(200, random -> {
            byte[] bad = random.nextInt(5) == 0 ? Fuzz.noise(random, random.nextInt(3000)) : Fuzz.mutated(good, random);
            Files.write(file, bad);
            assertThat(found(ada)).isEqualTo(Arrays.equals(bad, good) ? "canary-1" : null);
        });
    }

    @Test
    void areNotReadWhenLessIsLeftOfThemThanASeal() throws IOException {
        store(ada, "canary-1");
        Path file = file(ada, ".tokens");
        List<byte[]> parts = Fields.split(Files.readAllBytes(file));
        for (int length = 0; length <= 17; length++) {
            Files.write(file, Fields.of(parts.get(0), parts.get(1), Arrays.copyOf(parts.get(2), length)));
            assertThat(found(ada)).as("%d bytes", length).isNull();
        }
    }

    /** A pipe is opened for ever, a folder is no file, and a link leads who knows where. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock",
                "salt",
                "holder",
                "lock pipe",
                "salt pipe",
                "holder pipe",
                "salt.draft pipe",
                "holder.draft pipe"
            })
    @DisabledOnOs(OS.WINDOWS)
    void mayBeOfAnotherKind(String what) throws Exception {
        store(ada, "canary-1");
        Path place = folder(ada).resolve(what.split(" ", 2)[0]);
        Files.deleteIfExists(place);
        if (what.endsWith(" pipe")) {
            assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor())
                    .isZero();
        } else {
            Files.createDirectories(place.resolve("something"));
        }

        assertTimeoutPreemptively(Fuzz.HANGING, () -> {
            assertThat(found(ada)).isIn("canary-1", null);
            store(ada, "canary-2");
            assertThat(found(ada)).isIn("canary-1", "canary-2", null);
        });
    }

    private static void store(Profile profile, String token) {
        AccountFiles files = AccountFiles.of(profile);
        try (ProcessLock lock = files.lock(profile.signIn().timeout())) {
            assertThat(lock).isNotNull();
            new TokenCache(Clock.systemUTC())
                    .store(
                            TokenKey.of(profile),
                            new Tokens(
                                    new AccessToken(token, Instant.now().plusSeconds(3600)),
                                    new RefreshToken("canary-refresh"),
                                    null,
                                    "openid",
                                    TokenOrigin.SIGN_IN),
                            files);
        }
    }

    /** Return the access token that another process finds, or {@code null}. */
    private static @Nullable String found(Profile profile) {
        TokenCache anotherProcess = new TokenCache(Clock.systemUTC());
        anotherProcess.load(TokenKey.of(profile), AccountFiles.of(profile));
        Tokens tokens = anotherProcess.current(TokenKey.of(profile));
        return tokens == null ? null : tokens.accessToken().value();
    }

    private static Path folder(Profile profile) {
        return CacheFolder.of(Objects.requireNonNull(profile.cacheDir())).folderOf(Account.of(profile));
    }

    private static Path file(Profile profile, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder(profile))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(suffix)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
