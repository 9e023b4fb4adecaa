package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.profile.ProfileLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's tokens over time, at an emulator that counts. */
class AcquisitionTests {

    private static final String EDITOR = "editor@contoso.com";

    // All live equally long, so that a later one ends later.
    private final Emulator emulator =
            Emulator.builder().accessTokenLifetime(Duration.ofMinutes(75)).start();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path folder;

    private Instant now = Instant.now();

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final Acquisition acquisition = new Acquisition(clock);
    private final Acquisition ofAnotherProcess = new Acquisition(clock);

    AcquisitionTests() {
        emulator.settings("default")
                .forEach((key, value) ->
                        environment.put(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @BeforeEach
    void keepOutOfTheUsersCache() {
        environment.put("OSDU_CACHE_DIR", folder.resolve("cache").toString());
    }

    private TokenSource source() {
        return source(acquisition);
    }

    private TokenSource source(Acquisition from) {
        Profile profile = ProfileLoader.standard()
                .withSurroundings(Map.of(), environment, new ClassLoader(null) {}, folder, Optional::empty)
                .load(Profile.DEFAULT);
        return new TokenSource(profile, from);
    }

    @Test
    void tokensLiveThroughKeepingRefreshingAndSigningInAnew() throws Exception {
        TokenSource tokens = source();
        TokenSource elsewhere = source(ofAnotherProcess);

        Tokens first = tokens.tokens();
        assertThat(first.origin()).isEqualTo(TokenOrigin.SIGN_IN);
        assertThat(elsewhere.tokens().origin()).isEqualTo(TokenOrigin.CACHE);
        assertThat(elsewhere.tokens().accessToken()).isEqualTo(first.accessToken());

        now = first.accessToken().expiresAt().minusSeconds(61);
        assertThat(tokens.tokens()).isEqualTo(first.from(TokenOrigin.CACHE));
        assertThat(emulator.refreshes()).isZero();

        now = first.accessToken().expiresAt().minusSeconds(60);
        Tokens second = tokens.tokens();
        assertThat(second.origin()).isEqualTo(TokenOrigin.REFRESH);
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(emulator.refreshes()).isEqualTo(1);
        assertThat(emulator.passwordPosts()).isEqualTo(1);
        assertThat(elsewhere.tokens().origin()).isEqualTo(TokenOrigin.CACHE);
        assertThat(elsewhere.tokens().accessToken()).isEqualTo(second.accessToken());
        assertThat(emulator.refreshes()).isEqualTo(1);

        emulator.revokeRefreshTokens(EDITOR);
        now = now.plus(Duration.ofHours(2));
        Tokens third = tokens.tokens();
        assertThat(third.origin()).isEqualTo(TokenOrigin.SIGN_IN);
        assertThat(emulator.passwordPosts()).isEqualTo(2);
        assertThat(emulator.codesIssued()).isEqualTo(2);
        assertThat(elsewhere.tokens().origin())
                .as("with the refresh token of the other's sign-in")
                .isEqualTo(TokenOrigin.REFRESH);
        assertThat(emulator.passwordPosts()).isEqualTo(2);

        startsFromARefreshTokenInAFile(third.requiredRefreshToken());
    }

    /** Continues the test above, whose sign-ins cost seconds. */
    private void startsFromARefreshTokenInAFile(RefreshToken token) throws Exception {
        environment.remove("OSDU_USERNAME");
        environment.remove("OSDU_PASSWORD");
        environment.put(
                "OSDU_REFRESH_TOKEN_FILE",
                Files.writeString(folder.resolve("refresh-token"), token.value() + "\n")
                        .toString());
        TokenSource tokens = source();

        Tokens first = tokens.tokens();
        assertThat(first.origin()).isEqualTo(TokenOrigin.REFRESH);
        assertThat(tokens.freshTokens().origin()).isEqualTo(TokenOrigin.REFRESH);
        assertThat(emulator.passwordPosts()).isEqualTo(2);

        emulator.revokeRefreshTokens(EDITOR);
        now = now.plus(Duration.ofHours(2));
        SignInException e = catchThrowableOfType(SignInException.class, tokens::tokens);
        assertThat(e.reason()).isEqualTo(Reason.INVALID_CREDENTIALS);
        assertThat(e.getMessage())
                .startsWith("Refreshing the tokens at " + emulator.authority() + "/" + emulator.tenantId()
                        + "/oauth2/v2.0/token failed: AADSTS50173: The refresh token was revoked, for instance by a"
                        + " password reset.")
                .endsWith("Sign in anew; if osdu.refresh-token is set, replace it.");

        int requests = emulator.requests().size();
        assertThat(catchThrowableOfType(SignInException.class, tokens::tokens)).hasCause(e);
        assertThat(catchThrowableOfType(SignInException.class, source(ofAnotherProcess)::tokens))
                .hasMessageContaining(" in another process ")
                .hasMessageEndingWith(e.getMessage());
        assertThat(emulator.requests()).hasSize(requests);
    }

    @Test
    void aServerThatIsDownIsNotAskedByEachTest() {
        environment.put("OSDU_TIMEOUT", "20s"); // for three attempts, however slow the machine
        emulator.faults().fail(Faults.Step.DISCOVERY, Faults.Failure.UNAVAILABLE, 1000);
        TokenSource tokens = source();

        SignInException first = catchThrowableOfType(SignInException.class, tokens::tokens);
        int requests = emulator.requests().size();
        SignInException second = catchThrowableOfType(SignInException.class, tokens::tokens);

        assertThat(first.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(second).hasCause(first);
        assertThat(emulator.requests()).hasSize(requests);

        now = now.plusSeconds(31);
        assertThat(catchThrowableOfType(SignInException.class, tokens::tokens)).hasNoCause();
    }

    @Test
    void aSignInThatHangsKeepsOthersWaitingForItsTimeoutOnly() throws Exception {
        environment.put("OSDU_TIMEOUT", "4s");
        emulator.faults().delay(Faults.Step.AUTHORIZE, Duration.ofMinutes(5));
        TokenSource tokens = source();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<SignInException> ask = () -> catchThrowableOfType(SignInException.class, tokens::tokens);
            List<SignInException> failures = new ArrayList<>();
            for (Future<SignInException> one : threads.invokeAll(List.of(ask, ask, ask), 30, TimeUnit.SECONDS)) {
                failures.add(one.get());
            }
            assertThat(failures).extracting(SignInException::reason).containsOnly(Reason.TIMEOUT);
            assertThat(failures).filteredOn(e -> e.getCause() == null).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
