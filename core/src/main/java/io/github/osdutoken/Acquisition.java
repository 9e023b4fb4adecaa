package io.github.osdutoken;

import io.github.osdutoken.cache.AccountFiles;
import io.github.osdutoken.cache.AccountLocks;
import io.github.osdutoken.cache.Attempt;
import io.github.osdutoken.cache.FailedAttempts;
import io.github.osdutoken.cache.ProcessLock;
import io.github.osdutoken.cache.TokenCache;
import io.github.osdutoken.cache.TokenKey;
import io.github.osdutoken.oauth.AuthorizationCode;
import io.github.osdutoken.oauth.AuthorizationRequest;
import io.github.osdutoken.oauth.AuthorizationServer;
import io.github.osdutoken.oauth.OAuthError;
import io.github.osdutoken.oauth.RefreshResult;
import io.github.osdutoken.oauth.TokenEndpoint;
import io.github.osdutoken.redirect.AuthorizationResponse;
import io.github.osdutoken.signin.SignIn;
import io.github.osdutoken.signin.Turn;
import io.github.osdutoken.trace.SignInTrace;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How tokens are come by, cheapest first: from the cache, for a refresh token, by signing in. One at a time for each
 * user, and what failed is not repeated.
 */
final class Acquisition {

    private static final Logger LOG = LoggerFactory.getLogger(Acquisition.class);

    private static final Duration LONGEST_HTTP_TIMEOUT = Duration.ofSeconds(20);

    /** One for this process, whoever asks: test classes, profiles and extensions share it. */
    private static final Acquisition OF_THIS_PROCESS = new Acquisition(Clock.systemUTC());

    private final Clock clock;
    private final TokenCache cache;
    private final FailedAttempts failures;
    private final AccountLocks locks;
    private final SignInWatcher watcher;

    Acquisition(Clock clock) {
        this(clock, new TokenCache(clock), new FailedAttempts(clock), new AccountLocks());
    }

    Acquisition(Clock clock, TokenCache cache, FailedAttempts failures, AccountLocks locks) {
        this(clock, cache, failures, locks, SignInWatcher.NOBODY);
    }

    private Acquisition(
            Clock clock, TokenCache cache, FailedAttempts failures, AccountLocks locks, SignInWatcher watcher) {
        this.clock = clock;
        this.cache = cache;
        this.failures = failures;
        this.locks = locks;
        this.watcher = watcher;
    }

    /** Return what serves a profile: with {@link CacheMode#NONE}, tokens are kept for the one who asks only. */
    static Acquisition of(Profile profile) {
        Acquisition shared = OF_THIS_PROCESS;
        return profile.cache() == CacheMode.NONE
                ? new Acquisition(
                        shared.clock, new TokenCache(shared.clock), shared.failures, shared.locks, shared.watcher)
                : shared;
    }

    /** Return the same, with all it keeps, whose sign-ins are watched. */
    Acquisition watchedBy(SignInWatcher other) {
        return new Acquisition(clock, cache, failures, locks, other);
    }

    Tokens tokens(Profile profile, boolean fresh) {
        TokenKey key = TokenKey.of(profile);
        Tokens kept = fresh ? null : cache.current(key);
        if (kept != null) {
            return kept;
        }
        return locks.alone(key.account(), () -> {
            Tokens meanwhile = fresh ? null : cache.current(key);
            return meanwhile != null ? meanwhile : shared(profile, key, fresh);
        });
    }

    /** Return tokens that another process stored, or acquire them while no other process does. */
    @SuppressWarnings("try") // the lock is held, and that is all there is to do with it
    private Tokens shared(Profile profile, TokenKey key, boolean fresh) {
        AccountFiles files = AccountFiles.of(profile);
        Tokens stored = fresh ? null : stored(key, files);
        if (stored != null) {
            return stored;
        }
        // Nobody's files are touched for this memory: a lock that is not to be had is no reason to wait for it again.
        try (ProcessLock lock = failures.unlessFailed(
                Attempt.lock(profile),
                AccountFiles.none(key.account()),
                () -> files.lock(profile.signIn().timeout()))) {
            Tokens meanwhile = stored(key, files); // and so the newest refresh token, whoever had it
            return meanwhile != null && !fresh ? meanwhile : acquired(profile, key, files, fresh);
        }
    }

    /** Sign in for somebody else's authorization request; tokens are theirs to get and to keep. */
    @SuppressWarnings("try") // the lock is held, and that is all there is to do with it
    AuthorizationAnswer authorize(Profile profile, URI request, String state) {
        TokenKey key = TokenKey.of(profile);
        return locks.alone(key.account(), () -> {
            AccountFiles files = AccountFiles.of(profile);
            try (ProcessLock lock = files.lock(profile.signIn().timeout());
                    Turn turn = Turn.await(profile)) {
                Deadline deadline = Deadline.in(profile.signIn().timeout());
                return failures.unlessFailed(Attempt.signIn(profile), files, () -> {
                    SignInTrace trace = SignInTrace.of(profile, request, watcher);
                    return trace.record(() -> {
                        try (SignIn signIn = SignIn.begin(profile, state)) {
                            AuthorizationResponse response = signIn.run(request, deadline.remaining(), trace);
                            String code = code(profile, response).value();
                            trace.hide(code);
                            return new AuthorizationAnswer(profile.client().redirectUri(), code, response.parameters());
                        }
                    });
                });
            }
        });
    }

    private @Nullable Tokens stored(TokenKey key, AccountFiles files) {
        cache.load(key, files);
        return cache.current(key);
    }

    private Tokens acquired(Profile profile, TokenKey key, AccountFiles files, boolean fresh) {
        boolean canSignIn = profile.user().password() != null;
        Deadline deadline = Deadline.in(profile.signIn().timeout());
        Tokens found = fresh && canSignIn ? null : refreshed(profile, key, files, canSignIn, deadline);
        if (found == null) {
            found = failures.unlessFailed(Attempt.signIn(profile), files, () -> signIn(profile, deadline));
        }
        cache.store(key, found, files);
        return found;
    }

    /** Return new tokens for a refresh token, or {@code null} when there is none, or none that is still accepted. */
    private @Nullable Tokens refreshed(
            Profile profile, TokenKey key, AccountFiles files, boolean canSignIn, Deadline deadline) {
        List<RefreshToken> candidates = Stream.of(
                        cache.newest(key), profile.user().refreshToken())
                .filter(Objects::nonNull)
                .distinct() // the configured one may still be accepted when the newest is not
                .filter(token -> !canSignIn || !cache.isRejected(key, token))
                .toList();
        if (candidates.isEmpty()) {
            if (canSignIn) {
                return null;
            }
            throw nothingToStartFrom(profile);
        }
        return failures.<@Nullable Tokens>unlessFailed(Attempt.refresh(profile), files, () -> {
            AuthorizationServer server = server(profile, deadline);
            SignInException rejected = nothingToStartFrom(profile);
            for (RefreshToken candidate : candidates) {
                RefreshResult result =
                        endpoint(profile, server, deadline).refresh(candidate, cache.besides(key, candidate));
                if (result instanceof RefreshResult.Refreshed refreshed) {
                    LOG.info("Refreshed the tokens of {} at {}", profile.user(), profile.issuer());
                    return refreshed.tokens();
                }
                rejected = ((RefreshResult.Rejected) result).failure();
                cache.reject(key, candidate, files);
            }
            if (!canSignIn) {
                throw rejected;
            }
            LOG.info("{} has to sign in anew: {}", profile.user(), rejected.getMessage());
            return null;
        });
    }

    private Tokens signIn(Profile profile, Deadline deadline) {
        try (Turn turn = Turn.await(profile)) {
            return signInNow(profile, deadline.later(turn.waited()));
        } catch (LinkageError | ClassCastException e) {
            throw ClassPathConflict.explained("Signing in " + profile.user() + " at " + profile.issuer(), e);
        }
    }

    /** The browser starts while the issuer is asked for its endpoints; its keys are read while the pages are filled in. */
    private Tokens signInNow(Profile profile, Deadline deadline) {
        String state = AuthorizationRequest.newState();
        try (SignIn signIn = SignIn.begin(profile, state)) {
            AuthorizationServer server = server(profile, deadline);
            AuthorizationRequest request = new AuthorizationRequest(server, profile.client(), state);
            SignInTrace trace = SignInTrace.of(profile, request.uri(), watcher);
            return trace.record(() -> {
                endpoint(profile, server, deadline).prepare();
                AuthorizationResponse response = signIn.run(request.uri(), deadline.remaining(), trace);
                request.checkIssuer(response.issuer());
                AuthorizationCode code = code(profile, response);
                trace.hide(code.value());
                return endpoint(profile, server, deadline)
                        .exchange(code, request)
                        .signedIn(trace.summary());
            });
        }
    }

    private static AuthorizationCode code(Profile profile, AuthorizationResponse response) {
        OAuthError error = response.error();
        if (error != null) {
            throw error.during("Signing in " + profile.user() + " at " + profile.issuer());
        }
        return Objects.requireNonNull(response.code());
    }

    private static AuthorizationServer server(Profile profile, Deadline deadline) {
        return AuthorizationServer.discover(profile.issuer(), deadline.atMost(LONGEST_HTTP_TIMEOUT));
    }

    private static TokenEndpoint endpoint(Profile profile, AuthorizationServer server, Deadline deadline) {
        return new TokenEndpoint(
                server, profile.client(), profile.user().username(), deadline.atMost(LONGEST_HTTP_TIMEOUT));
    }

    private static SignInException nothingToStartFrom(Profile profile) {
        return SignInException.of(
                Reason.CONFIGURATION,
                "Getting tokens for " + profile.user() + " at " + profile.issuer(),
                "there is neither a password nor a refresh token.",
                "Set osdu.username and osdu.password, or osdu.refresh-token, in the environment.");
    }
}
