package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who calls the token endpoint: client id and secret, from the form or from HTTP Basic.
 *
 * @param clientId the client id
 * @param secret the secret or assertion that came along, or {@code null}
 */
record ClientAuthentication(String clientId, @Nullable String secret) {

    static ClientAuthentication of(Request request, Map<String, String> form) throws EntraException {
        String authorization = request.header("authorization");
        if (authorization == null || !authorization.startsWith("Basic ")) {
            // Whatever it is worth, a public client must not send one.
            String secret = form.getOrDefault("client_secret", form.get("client_assertion"));
            return new ClientAuthentication(Parameters.required(form, "client_id"), secret);
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            // RFC 6749 2.3.1: both halves are form-encoded first.
            return new ClientAuthentication(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : null);
        } catch (IllegalArgumentException e) {
            throw Aadsts.MALFORMED.with();
        }
    }

    /** Check the secret: a confidential client's must be right, a public client's must not be there. */
    void check(AppRegistration app) throws EntraException {
        String expected = app.clientSecret();
        if (expected == null) {
            if (secret != null) {
                throw Aadsts.CLIENT_IS_PUBLIC.with();
            }
            return;
        }
        if (secret == null || secret.isEmpty()) {
            throw Aadsts.CLIENT_SECRET_MISSING.with();
        }
        if (!expected.equals(secret)) {
            throw Aadsts.CLIENT_SECRET_INVALID.with(app.clientId());
        }
    }

    @Override
    public String toString() {
        return "ClientAuthentication[" + clientId + "]";
    }
}
