package io.github.osdutoken;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

    /**
     * Return this token with one character changed, in the signature if it is a JWT, for a test that a server checks
     * it: the answer has to be 401. Whether the server ever saw the true one plays no part.
     *
     * @return a forged token that says it ends when this one does
     */
    public AccessToken tampered() {
        return new AccessToken(Forgery.tampered(value()), expiresAt);
    }

    /**
     * Return this token as if it had ended an hour ago, for a test that a server refuses it: the answer has to be 401.
     *
     * <p>Only the issuer can sign a token. Of a JWT the claims {@code exp}, {@code nbf} and {@code iat} (RFC 7519,
     * section 4.1) are moved back and the signature is kept, which no longer fits; a server may refuse the token for
     * either reason. An opaque token says nothing of its end to us: it comes back {@linkplain #tampered() tampered}
     * with.
     *
     * @return a forged token whose {@link #expiresAt()} is past
     */
    public AccessToken expired() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
        return new AccessToken(Forgery.endingAt(end, this), end);
    }
}
