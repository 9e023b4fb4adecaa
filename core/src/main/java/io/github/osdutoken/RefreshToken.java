package io.github.osdutoken;

/**
 * A refresh token (RFC 6749, section 1.5): what a data loader or a script asks for to get access tokens without a browser.
 *
 * <p>Entra ID's live for 90 days of inactivity, are bound to user and application, and each use returns a new one.
 *
 * @since 0.1
 */
public final class RefreshToken extends Secret {

    /**
     * Wrap a refresh token.
     *
     * @param value the token as the token endpoint sent it
     */
    public RefreshToken(String value) {
        super(value);
    }
}
