package io.github.osdutoken.cache;

import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A test user as a lock-out counter sees one: the same issuer, name and password, whichever application asks.
 *
 * @param issuer the issuer
 * @param username the user name, or {@code null} when only a refresh token is known
 * @param password the password, so that a corrected one is another account and is tried
 * @param refreshToken the refresh token to start from, or {@code null}
 */
public record Account(
        URI issuer,
        @Nullable String username,
        @Nullable Password password,
        @Nullable RefreshToken refreshToken) {

    /** Return the account a profile signs in with. */
    public static Account of(Profile profile) {
        return new Account(
                profile.issuer(),
                profile.user().username(),
                profile.user().password(),
                profile.user().refreshToken());
    }

    /** Say whose account this is, without any secret. */
    @Override
    public String toString() {
        return "Account[" + username + " at " + issuer + "]";
    }
}
