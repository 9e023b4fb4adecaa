package io.github.osdutoken;

/**
 * The shared secret of a test user's software token (RFC 6238), as base32 text or as an {@code otpauth://} URI.
 *
 * @since 0.1
 */
public final class TotpSecret extends Secret {

    /**
     * Wrap a shared secret.
     *
     * @param value the secret as the registration page showed it
     */
    public TotpSecret(String value) {
        super(value);
    }
}
