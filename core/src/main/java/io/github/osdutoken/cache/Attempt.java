package io.github.osdutoken.cache;

import io.github.osdutoken.Client;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInOptions;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not to be repeated once it failed, with everything its outcome depends on: when any of that changes,
 * it is another attempt.
 *
 * @param kind what is attempted
 * @param account whose tokens are wanted, with the credentials that are used
 * @param client the application, or {@code null} when the outcome does not depend on it
 * @param options how the browser is driven, or {@code null} when the outcome does not depend on it
 */
public record Attempt(
        Kind kind,
        Account account,
        @Nullable Client client,
        @Nullable SignInOptions options) {

    /** What is attempted. */
    public enum Kind {
        /** A refresh token is exchanged; no password is sent. */
        REFRESH,
        /** The user is signed in with a browser. */
        SIGN_IN
    }

    /** Return a profile's attempt to get tokens for a refresh token. */
    public static Attempt refresh(Profile profile) {
        return new Attempt(Kind.REFRESH, Account.of(profile), profile.client(), profile.signIn());
    }

    /** Return a profile's attempt to sign in. */
    public static Attempt signIn(Profile profile) {
        return new Attempt(Kind.SIGN_IN, Account.of(profile).typed(), profile.client(), profile.signIn());
    }

    /** Return the same attempt for whichever application, however the browser is driven. */
    Attempt ofAnyClient() {
        return new Attempt(kind, account, null, null);
    }

    /** Say what is attempted for whom, without any secret. */
    @Override
    public String toString() {
        return "Attempt[" + kind + ", " + account + "]";
    }
}
