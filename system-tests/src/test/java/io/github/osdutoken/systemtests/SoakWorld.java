package io.github.osdutoken.systemtests;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.systemtests.DistantIssuer.Counts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The users of a soak, their issuer and the time; all that is asked for is checked, and every password sent counted. */
final class SoakWorld implements AutoCloseable {

    /** Short, so that a few days' pause is one too long. */
    static final Duration REFRESH_TOKEN_LIFETIME = Duration.ofDays(3);

    private static final int AT_ONCE = 4;
    private static final int INJECTIONS = 10;

    final DistantIssuer issuer;
    final SoakProfiles profiles;
    final List<SoakUser> users = SoakProfiles.NAMES.stream()
            .map(name -> new SoakUser(name, REFRESH_TOKEN_LIFETIME))
            .toList();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private Duration ahead;

    int injections;
    int runs;
    int refreshes;
    int signIns;
    int refusals;
    private int passwords;

    SoakWorld(Path folder, Duration ahead) throws IOException {
        this.issuer = new DistantIssuer(REFRESH_TOKEN_LIFETIME);
        this.ahead = ahead;
        pass(Duration.ZERO);
        this.profiles = new SoakProfiles(issuer, folder);
    }

    /** Let time pass, here and at the issuer's. */
    void pass(Duration time) throws IOException {
        ahead = ahead.plus(time);
        SimulatedTime.ahead(ahead);
        issuer.ahead(ahead);
    }

    /** Have all users ask, each several times at once and then again and again. */
    void inject() throws Exception {
        for (SoakUser user : users) {
            inject(user);
        }
    }

    private void inject(SoakUser user) throws Exception {
        Profile profile = profiles.load(user.name);
        TokenOrigin due = due(user);
        List<Callable<Tokens>> all = Collections.nCopies(AT_ONCE, () -> tokens(profile));
        for (Future<Tokens> one : threads.invokeAll(all)) {
            AccessToken token = one.get().accessToken();
            got(user, token, due);
            due = TokenOrigin.CACHE;
        }
        for (int i = AT_ONCE; i < INJECTIONS; i++) {
            got(user, tokens(profile).accessToken(), TokenOrigin.CACHE);
        }
        mustBeCounted();
    }

    private static Tokens tokens(Profile profile) {
        try (TokenSource source = TokenSource.of(profile)) {
            Tokens tokens = source.tokens();
            tokens.requiredRefreshToken();
            tokens.requiredIdToken();
            return tokens;
        }
    }

    /** Return what is due, and count it. */
    private TokenOrigin due(SoakUser user) throws IOException {
        while (user.isOnTheVerge(Instant.now())) {
            pass(Duration.ofSeconds(15));
        }
        TokenOrigin due = user.due(Instant.now());
        refreshes += due == TokenOrigin.REFRESH ? 1 : 0;
        signIns += due == TokenOrigin.SIGN_IN ? 1 : 0;
        return due;
    }

    private void got(SoakUser user, AccessToken token, TokenOrigin due) {
        injections++;
        mustBeGood(token);
        user.got(token, due, Instant.now());
    }

    private static void mustBeGood(AccessToken token) {
        if (!token.expiresAt().isAfter(Instant.now())) {
            throw new AssertionError("Injected at " + Instant.now() + ", and ended at " + token.expiresAt());
        }
    }

    /** Have the API, which knows the issuer's keys and time, accept each user's token. */
    void useTheApi() throws Exception {
        for (SoakUser user : users) {
            Profile profile = profiles.load(user.name);
            TokenOrigin due = due(user);
            AccessToken token = tokens(profile).accessToken();
            got(user, token, due);
            URI groups = URI.create(profiles.parameters().get("osdu.server") + "/api/entitlements/v2/groups");
            HttpURLConnection call = (HttpURLConnection) groups.toURL().openConnection();
            call.setRequestProperty("Authorization", "Bearer " + token.value());
            call.setRequestProperty("data-partition-id", "opendes");
            if (call.getResponseCode() != 200) {
                throw new AssertionError("The API answered " + call.getResponseCode());
            }
            call.getInputStream().readAllBytes();
        }
        mustBeCounted();
    }

    /** Run JUnit for all users. */
    void runTests() throws IOException {
        Map<SoakUser, TokenOrigin> due = new java.util.HashMap<>();
        for (SoakUser user : users) {
            due.put(user, due(user));
        }
        Map<String, List<AccessToken>> injected =
                SoakInjections.run(SoakInjections.OfEveryKind.class, profiles.parameters());
        runs++;
        for (SoakUser user : users) {
            for (AccessToken token : injected.get(user.name)) {
                got(user, token, due.get(user));
                due.put(user, TokenOrigin.CACHE);
            }
        }
        mustBeCounted();
    }

    /** Run JUnit for a test that signs in for itself. */
    void runFreshTest() throws IOException {
        signIns++;
        SoakInjections.run(SoakInjections.Fresh.class, profiles.parameters())
                .get("viewer")
                .forEach(SoakWorld::mustBeGood);
        runs++;
        injections++;
        mustBeCounted();
    }

    /** Change a password: the old one is refused once, and not sent again whoever asks; the new one is good. */
    void changePassword(SoakUser user, String password) throws Exception {
        Profile before = profiles.load(user.name);
        issuer.changePassword(user.name, password);
        user.mustSignInAnew();
        pass(Duration.ofHours(2));
        passwords++;
        refusals++;
        for (int i = 0; i < INJECTIONS; i++) {
            mustBeRefused(before, Reason.INVALID_CREDENTIALS);
        }
        mustFailTests(user);
        pass(Duration.ofMinutes(9));
        mustBeRefused(before, Reason.INVALID_CREDENTIALS);
        mustBeCounted();
        profiles.password(user.name, password);
        user.beginsAnew();
        inject(user);
    }

    private void mustFailTests(SoakUser user) {
        if (user.name.equals("editor")) {
            long failed = SoakInjections.summary(SoakInjections.OfTheEditor.class, profiles.parameters())
                    .getTestsFailedCount();
            if (failed != 1) {
                throw new AssertionError("A test with a refused password did not fail");
            }
        }
    }

    private static void mustBeRefused(Profile profile, Reason reason) {
        try {
            tokens(profile);
        } catch (SignInException e) {
            if (e.reason() == reason) {
                return;
            }
            throw e;
        }
        throw new AssertionError("There were tokens where this was due: " + reason);
    }

    void revoke(SoakUser user) throws IOException {
        issuer.revoke(user.name);
        user.mustSignInAnew();
    }

    /** Restart the issuer, which forgets its refresh tokens, and ask it meanwhile. */
    void restart() throws IOException {
        pass(Duration.ofHours(2));
        issuer.stop();
        for (SoakUser user : users) {
            mustBeRefused(profiles.load(user.name), Reason.UNAVAILABLE);
        }
        issuer.start();
        issuer.ahead(ahead);
        users.forEach(SoakUser::mustSignInAnew);
        pass(Duration.ofMinutes(1));
    }

    void mustBeCounted() throws IOException {
        Counts expected = new Counts(signIns + passwords, refreshes);
        Counts found = issuer.counts();
        if (!found.equals(expected)) {
            throw new AssertionError("At the issuer: " + found + ", where this was due: " + expected);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        issuer.close();
    }
}
