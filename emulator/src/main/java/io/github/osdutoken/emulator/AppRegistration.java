package io.github.osdutoken.emulator;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application registered in the emulated tenant; also the resource its tokens are for, as with ADME.
 *
 * @param clientId the application id, a GUID
 * @param displayName what error pages call it
 * @param redirectUris where codes may be sent; on {@code localhost} and {@code 127.0.0.1} any port fits
 * @param clientSecret the secret of a confidential client (platform "Web"), or {@code null} for a public client
 *     (platform "Mobile and desktop applications")
 * @param certificates what a confidential client may sign assertions with, in place of its secret or beside it
 */
public record AppRegistration(
        String clientId,
        String displayName,
        List<String> redirectUris,
        @Nullable String clientSecret,
        List<X509Certificate> certificates) {

    /** Copy the lists. */
    public AppRegistration {
        redirectUris = List.copyOf(redirectUris);
        certificates = List.copyOf(certificates);
    }

    /** Register an application without certificates. */
    public AppRegistration(
            String clientId, String displayName, List<String> redirectUris, @Nullable String clientSecret) {
        this(clientId, displayName, redirectUris, clientSecret, List.of());
    }

    /** Tell whether the platform is "Web", so that the client must prove itself; otherwise it must not. */
    public boolean isConfidential() {
        return clientSecret != null || !certificates.isEmpty();
    }

    /** Return everything but the secret. */
    @Override
    public String toString() {
        return "AppRegistration[" + clientId + ", " + (isConfidential() ? "confidential" : "public") + ", "
                + redirectUris + "]";
    }
}
