package io.github.osdutoken;

/**
 * An ID token (OpenID Connect Core, section 2) whose issuer, audience, times, nonce and signature have been checked.
 *
 * @since 0.1
 */
public final class IdToken extends Secret {

    /**
     * Wrap an ID token.
     *
     * @param value the token in its compact form
     */
    public IdToken(String value) {
        super(value);
    }
}
