package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who calls the token endpoint, and what it proves itself with: a secret, from the form or from HTTP Basic, or an assertion.
 *
 * @param clientId the client id
 * @param secret the secret that came along, or {@code null}
 * @param assertion the signed assertion that came along, or {@code null}
 */
record ClientAuthentication(
        String clientId, @Nullable String secret, @Nullable String assertion) {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    static ClientAuthentication of(Request request, Map<String, String> form) throws EntraException {
        String authorization = request.header("authorization");
        String assertion = form.get("client_assertion");
        if (authorization == null || !authorization.startsWith("Basic ")) {
            String clientId = Parameters.required(form, "client_id");
            if (assertion != null
                    && !Parameters.required(form, "client_assertion_type").equals(JWT_BEARER)) {
                throw Aadsts.MALFORMED.with();
            }
            return new ClientAuthentication(clientId, form.get("client_secret"), assertion);
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            // RFC 6749 2.3.1: both halves are form-encoded first.
            return new ClientAuthentication(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : null,
                    assertion);
        } catch (IllegalArgumentException e) {
            throw Aadsts.MALFORMED.with();
        }
    }

    /** Check the proof: a confidential client's must be right, a public client's must not be there. */
    void check(AppRegistration app, AssertionCheck assertions) throws EntraException {
        if (!app.isConfidential()) {
            if (secret != null || assertion != null) {
                throw Aadsts.CLIENT_IS_PUBLIC.with();
            }
        } else if (assertion != null && secret != null) {
            // RFC 6749 2.3: one method for each request.
            throw Aadsts.MALFORMED.with();
        } else if (assertion != null) {
            assertions.check(assertion, app);
        } else if (secret == null || secret.isEmpty()) {
            throw Aadsts.CLIENT_SECRET_MISSING.with();
        } else if (!secret.equals(app.clientSecret())) {
            throw Aadsts.CLIENT_SECRET_INVALID.with(app.clientId());
        }
    }

    @Override
    public String toString() {
        return "ClientAuthentication[" + clientId + "]";
    }
}
