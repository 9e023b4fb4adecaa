package io.github.osdutoken;

import org.jspecify.annotations.Nullable;

/**
 * A test user's credentials. Either a user name with a password, or a refresh token to start from, or both.
 *
 * @param username the name that is typed, for Entra ID the user principal name
 * @param password the password
 * @param totpSecret the secret of the user's software token, or {@code null} when there is none
 * @param refreshToken a refresh token to start from instead of a browser, or {@code null}
 * @since 0.1
 */
public record TestUser(
        @Nullable String username,
        @Nullable Password password,
        @Nullable TotpSecret totpSecret,
        @Nullable RefreshToken refreshToken) {

    /** Return the user name, or what stands for it, without any secret. */
    @Override
    public String toString() {
        return username != null ? username : "the owner of the configured refresh token";
    }
}
