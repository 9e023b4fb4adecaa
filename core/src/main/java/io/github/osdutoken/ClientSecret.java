package io.github.osdutoken;

/**
 * The secret of a confidential client (RFC 6749, section 2.3.1), on Entra ID the <em>value</em> of a client secret, not its ID.
 *
 * @since 0.1
 */
public final class ClientSecret extends Secret implements ClientCredential {

    /**
     * Wrap a client secret.
     *
     * @param value the secret
     */
    public ClientSecret(String value) {
        super(value);
    }
}
