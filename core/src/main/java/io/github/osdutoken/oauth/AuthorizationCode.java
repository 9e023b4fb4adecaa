package io.github.osdutoken.oauth;

import io.github.osdutoken.Secret;

/** An authorization code (RFC 6749, section 1.3.1): good for one exchange, for some minutes. */
public final class AuthorizationCode extends Secret {

    /** Wrap a code. */
    public AuthorizationCode(String value) {
        super(value);
    }
}
