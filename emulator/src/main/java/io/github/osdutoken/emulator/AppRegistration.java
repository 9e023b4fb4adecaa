package io.github.osdutoken.emulator;

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
 */
public record AppRegistration(
        String clientId,
        String displayName,
        List<String> redirectUris,
        @Nullable String clientSecret) {

    /** Copy the list. */
    public AppRegistration {
        redirectUris = List.copyOf(redirectUris);
    }

    /** Tell whether the platform is "Web", so that a secret must be sent; without one it must not. */
    public boolean isConfidential() {
        return clientSecret != null;
    }

    /** Return everything but the secret. */
    @Override
    public String toString() {
        return "AppRegistration[" + clientId + ", " + (isConfidential() ? "confidential" : "public") + ", "
                + redirectUris + "]";
    }
}
