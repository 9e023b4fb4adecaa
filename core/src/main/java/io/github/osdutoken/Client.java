package io.github.osdutoken;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The application that asks for tokens (RFC 6749, section 2).
 *
 * @param id the client id
 * @param credential what a confidential client proves itself with, a {@link ClientSecret} or a {@link
 *     ClientCertificate}; {@code null} for a public one
 * @param redirectUri the registered redirect URI; {@code http} only on loopback
 * @param scope what is asked for, space-separated
 * @since 0.1
 */
public record Client(String id, @Nullable ClientCredential credential, URI redirectUri, String scope) {

    /**
     * Return the client secret.
     *
     * @return the secret, or {@code null} when the client is public or has a certificate
     */
    public @Nullable ClientSecret secret() {
        return credential instanceof ClientSecret secret ? secret : null;
    }

    /**
     * Return the same client asking for something else.
     *
     * @param other the scope, space-separated
     * @return a new client
     */
    public Client withScope(String other) {
        return new Client(id, credential, redirectUri, other);
    }

    /** Say which client this is, without its credential. */
    @Override
    public String toString() {
        return "Client[" + id + ", " + (credential == null ? "public" : "confidential") + ", " + redirectUri + "]";
    }
}
