package io.github.osdutoken.systemtests;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.TokenOrigin;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user in a soak, and what must come of it when they ask for tokens. */
final class SoakUser {

    /** An access token that is handed out is good for as long. */
    private static final Duration LEAST_LIFE = Duration.ofSeconds(60);

    private static final Duration TOO_CLOSE_TO_TELL = Duration.ofSeconds(10);

    final String name;
    private final Duration refreshTokenLifetime;
    private @Nullable AccessToken token;
    private Instant refreshableUntil = Instant.MIN;

    SoakUser(String name, Duration refreshTokenLifetime) {
        this.name = name;
        this.refreshTokenLifetime = refreshTokenLifetime;
    }

    /** Return where the next tokens must come from. */
    TokenOrigin due(Instant now) {
        if (token != null && token.expiresAt().isAfter(now.plus(LEAST_LIFE))) {
            return TokenOrigin.CACHE;
        }
        return now.isBefore(refreshableUntil) ? TokenOrigin.REFRESH : TokenOrigin.SIGN_IN;
    }

    /** Tell whether what is due may change while it is asked for. */
    boolean isOnTheVerge(Instant now) {
        return token != null
                && Duration.between(now.plus(LEAST_LIFE), token.expiresAt())
                                .abs()
                                .compareTo(TOO_CLOSE_TO_TELL)
                        < 0;
    }

    /** Note what came. */
    void got(AccessToken found, TokenOrigin due, Instant now) {
        boolean same = token != null && token.equals(found);
        if (same != (due == TokenOrigin.CACHE)) {
            throw new AssertionError(name + " got " + (same ? "the token from before" : "another token")
                    + " where this was due: " + due);
        }
        token = found;
        if (!same) {
            refreshableUntil = now.plus(refreshTokenLifetime);
        }
    }

    /** The issuer accepts the refresh token no more. */
    void mustSignInAnew() {
        refreshableUntil = Instant.MIN;
    }

    /** Another password is configured, and what was kept for the former one is another user's. */
    void beginsAnew() {
        token = null;
        mustSignInAnew();
    }
}
