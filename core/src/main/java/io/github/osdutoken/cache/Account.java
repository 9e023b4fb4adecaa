package io.github.osdutoken.cache;

import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.TotpSecret;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A test user with the credentials at hand: the same issuer, name and credentials, whichever application asks.
 *
 * @param issuer the issuer
 * @param username the user name in lower case, since issuers do not tell cases apart when they count wrong passwords;
 *     {@code null} when only a refresh token is known
 * @param password the password, so that a corrected one is another account and is tried
 * @param totpSecret the secret of the software token, for the same reason
 * @param refreshToken the refresh token to start from, or {@code null}
 */
public record Account(
        URI issuer,
        @Nullable String username,
        @Nullable Password password,
        @Nullable TotpSecret totpSecret,
        @Nullable RefreshToken refreshToken) {

    /** Write the name in one way. */
    public Account {
        username = username == null ? null : username.toLowerCase(Locale.ROOT);
    }

    /** Return the account a profile signs in with. */
    public static Account of(Profile profile) {
        return new Account(
                profile.issuer(),
                profile.user().username(),
                profile.user().password(),
                profile.user().totpSecret(),
                profile.user().refreshToken());
    }

    /** Return the same account with nothing but what is typed. */
    Account typed() {
        return new Account(issuer, username, password, totpSecret, null);
    }

    /** Return the same account whatever its credentials; without a name, the refresh token says whose it is. */
    Account owner() {
        return new Account(issuer, username, null, null, username == null ? refreshToken : null);
    }

    /** Say whose account this is, without any secret. */
    @Override
    public String toString() {
        return "Account[" + username + " at " + issuer + "]";
    }
}
