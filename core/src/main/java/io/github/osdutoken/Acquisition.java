package io.github.osdutoken;

import io.github.osdutoken.cache.AccountLocks;
import io.github.osdutoken.cache.Attempt;
import io.github.osdutoken.cache.FailedAttempts;
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
import io.github.osdutoken.trace.SignInTrace;
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

    /** An access token handed out is good for at least this long, time enough for a slow request. */
    private static final Duration LEAST_LIFE = Duration.ofSeconds(60);

    private static final Duration LONGEST_HTTP_TIMEOUT = Duration.ofSeconds(20);

    /** One for this process, whoever asks: test classes, profiles and extensions share it. */
    private static final Acquisition OF_THIS_PROCESS = new Acquisition(Clock.systemUTC());

    private final Clock clock;
    private final TokenCache cache;
    private final FailedAttempts failures;
    private final AccountLocks locks;

    Acquisition(Clock clock) {
        this(clock, new TokenCache(), new FailedAttempts(clock), new AccountLocks());
    }

    Acquisition(Clock clock, TokenCache cache, FailedAttempts failures, AccountLocks locks) {
        this.clock = clock;
        this.cache = cache;
        this.failures = failures;
        this.locks = locks;
    }

    /** Return what serves a profile: with {@link CacheMode#NONE}, tokens are kept for the one who asks only. */
    static Acquisition of(Profile profile) {
        Acquisition shared = OF_THIS_PROCESS;
        return profile.cache() == CacheMode.NONE
                ? new Acquisition(shared.clock, new TokenCache(), shared.failures, shared.locks)
                : shared;
    }

    Tokens tokens(Profile profile, boolean fresh) {
        TokenKey key = TokenKey.of(profile);
        Tokens kept = fresh ? null : kept(key);
        return kept != null
                ? kept
                : locks.alone(key.account(), () -> {
                    Tokens meanwhile = fresh ? null : kept(key);
                    return meanwhile != null ? meanwhile : acquired(profile, key, fresh);
                });
    }

    private @Nullable Tokens kept(TokenKey key) {
        Tokens known = cache.find(key);
        return known != null
                        && known.accessToken()
                                .expiresAt()
                                .isAfter(clock.instant().plus(LEAST_LIFE))
                ? known.from(TokenOrigin.CACHE)
                : null;
    }

    private Tokens acquired(Profile profile, TokenKey key, boolean fresh) {
        boolean canSignIn = profile.user().password() != null;
        Tokens found = fresh && canSignIn ? null : refreshed(profile, key, canSignIn);
        if (found == null) {
            found = failures.unlessFailed(Attempt.signIn(profile), () -> signIn(profile));
        }
        cache.store(key, found);
        return found;
    }

    /** Return new tokens for a refresh token, or {@code null} when there is none, or none that is still accepted. */
    private @Nullable Tokens refreshed(Profile profile, TokenKey key, boolean canSignIn) {
        List<RefreshToken> candidates = Stream.of(newest(key), profile.user().refreshToken())
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
        return failures.<@Nullable Tokens>unlessFailed(Attempt.refresh(profile), () -> {
            TokenEndpoint endpoint = new TokenEndpoint(server(profile), profile.client(), httpTimeout(profile));
            SignInException rejected = nothingToStartFrom(profile);
            for (RefreshToken candidate : candidates) {
                RefreshResult result = endpoint.refresh(candidate);
                if (result instanceof RefreshResult.Refreshed refreshed) {
                    LOG.info("Refreshed the tokens of {} at {}", profile.user(), profile.issuer());
                    return refreshed.tokens();
                }
                rejected = ((RefreshResult.Rejected) result).failure();
                cache.reject(key, candidate);
            }
            if (!canSignIn) {
                throw rejected;
            }
            LOG.info("{} has to sign in anew: {}", profile.user(), rejected.getMessage());
            return null;
        });
    }

    private @Nullable RefreshToken newest(TokenKey key) {
        Tokens known = cache.find(key);
        return known == null ? null : known.refreshToken();
    }

    private static Tokens signIn(Profile profile) {
        AuthorizationServer server = server(profile);
        AuthorizationRequest request = new AuthorizationRequest(server, profile.client());
        SignInTrace trace = SignInTrace.of(profile, request.uri());
        return trace.record(() -> {
            AuthorizationResponse response = SignIn.run(profile, request.uri(), request.state(), trace);
            OAuthError error = response.error();
            if (error != null) {
                throw error.during("Signing in " + profile.user() + " at " + profile.issuer());
            }
            AuthorizationCode code = Objects.requireNonNull(response.code());
            trace.hide(code.value());
            return new TokenEndpoint(server, profile.client(), httpTimeout(profile))
                    .exchange(code, request)
                    .signedIn(trace.summary());
        });
    }

    private static AuthorizationServer server(Profile profile) {
        return AuthorizationServer.discover(profile.issuer(), httpTimeout(profile));
    }

    private static Duration httpTimeout(Profile profile) {
        Duration whole = profile.signIn().timeout();
        return whole.compareTo(LONGEST_HTTP_TIMEOUT) < 0 ? whole : LONGEST_HTTP_TIMEOUT;
    }

    private static SignInException nothingToStartFrom(Profile profile) {
        return SignInException.of(
                Reason.CONFIGURATION,
                "Getting tokens for " + profile.user() + " at " + profile.issuer(),
                "there is neither a password nor a refresh token.",
                "Set osdu.username and osdu.password, or osdu.refresh-token, in the environment.");
    }
}
