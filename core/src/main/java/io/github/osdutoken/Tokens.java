package io.github.osdutoken;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave for one user (RFC 6749, section 5.1; OpenID Connect Core, section 3.1.3.3).
 *
 * @param accessToken the access token
 * @param refreshToken the refresh token, absent when {@code offline_access} was not granted
 * @param idToken the ID token, absent when {@code openid} was not granted
 * @param scope what was granted, space-separated
 * @param origin where these tokens came from
 * @param signIn how the sign-in went that brought them, {@code null} unless this process made it
 * @since 0.1
 */
public record Tokens(
        AccessToken accessToken,
        @Nullable RefreshToken refreshToken,
        @Nullable IdToken idToken,
        String scope,
        TokenOrigin origin,
        @Nullable SignInSummary signIn) {

    /**
     * Make tokens of which no sign-in is known.
     *
     * @param accessToken the access token
     * @param refreshToken the refresh token, or {@code null}
     * @param idToken the ID token, or {@code null}
     * @param scope what was granted, space-separated
     * @param origin where these tokens came from
     */
    public Tokens(
            AccessToken accessToken,
            @Nullable RefreshToken refreshToken,
            @Nullable IdToken idToken,
            String scope,
            TokenOrigin origin) {
        this(accessToken, refreshToken, idToken, scope, origin, null);
    }

    /**
     * Return the same tokens as handed out from another place.
     *
     * @param other where they come from now, {@link TokenOrigin#CACHE} when they were kept
     * @return tokens that differ in their origin only
     */
    public Tokens from(TokenOrigin other) {
        return new Tokens(accessToken, refreshToken, idToken, scope, other, signIn);
    }

    /**
     * Return the same tokens with how they were come by.
     *
     * @param summary how the sign-in went
     * @return tokens that differ in this only
     */
    public Tokens signedIn(SignInSummary summary) {
        return new Tokens(accessToken, refreshToken, idToken, scope, origin, summary);
    }

    /**
     * Return the refresh token.
     *
     * @return the refresh token
     * @throws SignInException if the issuer gave none
     */
    public RefreshToken requiredRefreshToken() {
        return required(refreshToken, "a refresh token", "offline_access");
    }

    /**
     * Return the ID token.
     *
     * @return the ID token
     * @throws SignInException if the issuer gave none
     */
    public IdToken requiredIdToken() {
        return required(idToken, "an ID token", "openid");
    }

    private <T> T required(@Nullable T token, String what, String value) {
        if (token == null) {
            throw SignInException.of(
                    Reason.APP_REGISTRATION,
                    "Getting " + what,
                    "the issuer granted '" + scope + "', which brought none.",
                    "Add '" + value + "' to osdu.scope, and allow it in the application's registration.");
        }
        return token;
    }

    /** Return which tokens there are, without any value. */
    @Override
    public String toString() {
        return "Tokens[access token until " + accessToken.expiresAt()
                + Optional.ofNullable(refreshToken).map(t -> ", refresh token").orElse("")
                + Optional.ofNullable(idToken).map(t -> ", ID token").orElse("")
                + ", scope " + scope + ", from " + origin + "]";
    }
}
