package io.github.osdutoken;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The application that asks for tokens (RFC 6749, section 2).
 *
 * @param id the client id
 * @param secret the client secret of a confidential client, or {@code null} for a public one
 * @param redirectUri the registered redirect URI; {@code http} only on loopback
 * @param scope what is asked for, space-separated
 * @since 0.1
 */
public record Client(String id, @Nullable ClientSecret secret, URI redirectUri, String scope) {

    /**
     * Return the same client asking for something else.
     *
     * @param other the scope, space-separated
     * @return a new client
     */
    public Client withScope(String other) {
        return new Client(id, secret, redirectUri, other);
    }

    /** Say which client this is, without its secret. */
    @Override
    public String toString() {
        return "Client[" + id + ", " + (secret == null ? "public" : "confidential") + ", " + redirectUri + "]";
    }
}
