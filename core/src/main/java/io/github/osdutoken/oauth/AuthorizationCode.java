package io.github.osdutoken.oauth;

import io.github.osdutoken.Secret;

/**
 * An authorization code (RFC 6749, section 1.3.1): serves once, for the request it answers, for about ten minutes.
 *
 * @since 0.1
 */
public final class AuthorizationCode extends Secret {

    /**
     * Wrap an authorization code.
     *
     * @param value the code as it arrived at the redirect URI, decoded
     */
    public AuthorizationCode(String value) {
        super(value);
    }
}
