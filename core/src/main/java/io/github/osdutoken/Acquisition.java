package io.github.osdutoken;

import io.github.osdutoken.cache.AccountLocks;
import io.github.osdutoken.cache.FailedSignIns;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How tokens are come by, cheapest first: from the cache, for a refresh token, by signing in. One at a time for each
 * user, and a sign-in that failed is not repeated.
 */
final class Acquisition {

    private static final Logger LOG = LoggerFactory.getLogger(Acquisition.class);

    /** An access token handed out is good for at least this long, time enough for a slow request. */
    private static final Duration LEAST_LIFE = Duration.ofSeconds(60);

    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(20);

    /** One for this process, whoever asks: test classes, profiles and extensions share it. */
    private static final Acquisition OF_THIS_PROCESS = new Acquisition(Clock.systemUTC());

    private final Clock clock;
    private final TokenCache cache = new TokenCache();
    private final FailedSignIns failures;
    private final AccountLocks locks = new AccountLocks();

    Acquisition(Clock clock) {
        this.clock = clock;
        this.failures = new FailedSignIns(clock);
    }

    static Acquisition ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    Tokens tokens(Profile profile, boolean fresh) {
        TokenKey key = TokenKey.of(profile);
        return locks.alone(key.account(), () -> {
            Tokens known = fresh || profile.cache() == CacheMode.NONE ? null : cache.find(key);
            if (known != null
                    && known.accessToken().expiresAt().isAfter(clock.instant().plus(LEAST_LIFE))) {
                return known.from(TokenOrigin.CACHE);
            }
            Tokens found = acquire(profile, key, known, fresh);
            cache.store(key, found);
            return found;
        });
    }

    private Tokens acquire(Profile profile, TokenKey key, @Nullable Tokens known, boolean fresh) {
        failures.mustNotHaveFailed(key);
        try {
            AuthorizationServer server = AuthorizationServer.discover(profile.issuer(), HTTP_TIMEOUT);
            TokenEndpoint endpoint = new TokenEndpoint(server, profile.client(), HTTP_TIMEOUT);
            boolean canSignIn = profile.user().password() != null;
            RefreshToken refreshToken = fresh && canSignIn ? null : refreshToken(profile, known);
            if (refreshToken != null) {
                RefreshResult result = endpoint.refresh(refreshToken);
                if (result instanceof RefreshResult.Refreshed refreshed) {
                    LOG.info("Refreshed the tokens of {} at {}", profile.user(), profile.issuer());
                    return refreshed.tokens();
                }
                cache.forget(key);
                SignInException rejected = ((RefreshResult.Rejected) result).failure();
                if (!canSignIn) {
                    throw rejected;
                }
                LOG.info("Signing {} in anew: {}", profile.user(), rejected.getMessage());
            }
            return signIn(profile, server, endpoint);
        } catch (SignInException e) {
            failures.remember(key, e);
            throw e;
        }
    }

    private static @Nullable RefreshToken refreshToken(Profile profile, @Nullable Tokens known) {
        return known != null && known.refreshToken() != null
                ? known.refreshToken()
                : profile.user().refreshToken();
    }

    private static Tokens signIn(Profile profile, AuthorizationServer server, TokenEndpoint endpoint) {
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
            return endpoint.exchange(code, request);
        });
    }
}
