package io.github.osdutoken;

import java.time.Instant;

/**
 * An access token (RFC 6749, section 1.4) of a user, and when it ends.
 *
 * <p>Its content is the resource server's business; treat it as opaque.
 *
 * @since 0.1
 */
public final class AccessToken extends Secret {

    private final Instant expiresAt;

    /**
     * Wrap an access token.
     *
     * @param value the token as the token endpoint sent it, without the word {@code Bearer}
     * @param expiresAt when the token endpoint said it ends
     */
    public AccessToken(String value, Instant expiresAt) {
        super(value);
        this.expiresAt = expiresAt;
    }

    /**
     * Return when this token stops being accepted: the time of the answer plus its {@code expires_in}.
     *
     * @return the instant of expiry
     */
    public Instant expiresAt() {
        return expiresAt;
    }
}
