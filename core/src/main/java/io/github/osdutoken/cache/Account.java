package io.github.osdutoken.cache;

import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.Secret;
import io.github.osdutoken.TotpSecret;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
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

    /**
     * Return what the user has at hand on every run and nobody else has, all of it, so that a change of any makes other
     * files; empty when it is neither a password nor a refresh token.
     */
    String secret() {
        return password == null && refreshToken == null
                ? ""
                : text(password) + "\0" + text(totpSecret) + "\0" + text(refreshToken);
    }

    private static String text(@Nullable Secret secret) {
        return secret == null ? "" : secret.value();
    }

    /** Tell whether this is the same user with another password. */
    boolean hasAnotherPasswordThan(Account other) {
        return owner().equals(other.owner()) && !Objects.equals(password, other.password);
    }

    /** Return a name for the {@link #owner()} that is fit for a folder, from which the user name is not to be read. */
    String folderName() {
        return Digest.of(Fields.ofTexts(
                issuer.toString(),
                Objects.requireNonNullElse(username, ""),
                username == null ? text(refreshToken) : ""));
    }

    /** Return the same account whatever its credentials; without a name, the refresh token says whose it is. */
    Account owner() {
        return new Account(issuer, username, null, null, username == null ? refreshToken : null);
    }

    /** Say whose account this is, for a sentence. */
    String words() {
        return Objects.requireNonNullElse(username, "the owner of the configured refresh token") + " at " + issuer;
    }

    /** Say whose account this is, without any secret. */
    @Override
    public String toString() {
        return "Account[" + username + " at " + issuer + "]";
    }
}
