package io.github.osdutoken.cli.serve;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.oauth.AuthorizationCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that the page shows, for as long as it runs.
 *
 * @param profile whose they are
 * @param tokens the tokens
 * @param code the authorization code they came of, redeemed; {@code null} when the page did not see it
 * @param since when they came
 * @param refreshable whether there is a refresh token that was not refused yet
 */
record Held(Profile profile, Tokens tokens, @Nullable AuthorizationCode code, Instant since, boolean refreshable) {

    static Held of(Profile profile, Tokens tokens, @Nullable AuthorizationCode code, Instant now) {
        return new Held(profile, tokens, code, now, tokens.refreshToken() != null);
    }

    Held renewed(Tokens newer, Instant now) {
        return of(profile, newer, code, now);
    }

    /** Return the same tokens without hope of others: a rejected credential is not sent again. */
    Held refused() {
        return new Held(profile, tokens, code, since, false);
    }

    @Override
    public String toString() {
        return "Held[" + profile + ", " + tokens + "]";
    }
}
