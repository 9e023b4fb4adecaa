package io.github.osdutoken.redirect;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.github.osdutoken.oauth.AuthorizationCode;
import io.github.osdutoken.oauth.OAuthError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What arrived at the redirect URI (RFC 6749, sections 4.1.2 and 4.1.2.1).
 *
 * @param code the authorization code, or {@code null} when there is an error
 * @param error the error, or {@code null} when there is a code
 * @param state the state that came back, or {@code null}
 * @param issuer who says that it answers, {@code iss} (RFC 9207), or {@code null}
 * @param parameters all that came, as it was encoded
 */
public record AuthorizationResponse(
        @Nullable AuthorizationCode code,
        @Nullable OAuthError error,
        @Nullable String state,
        @Nullable String issuer,
        String parameters) {

    /**
     * Read the parameters of a query, a fragment or a form body.
     *
     * @param parameters as they came, or {@code null}
     * @return the response, or {@code null} when the parameters are none: no code, no error
     */
    public static @Nullable AuthorizationResponse parse(@Nullable String parameters) {
        if (parameters == null) {
            return null;
        }
        Map<String, List<String>> fields = URLUtils.parseParameters(parameters);
        String state = MultivaluedMapUtils.getFirstValue(fields, "state");
        String issuer = MultivaluedMapUtils.getFirstValue(fields, "iss");
        String code = MultivaluedMapUtils.getFirstValue(fields, "code");
        if (code != null && !code.isEmpty()) {
            return new AuthorizationResponse(new AuthorizationCode(code), null, state, issuer, parameters);
        }
        String error = MultivaluedMapUtils.getFirstValue(fields, "error");
        if (error == null) {
            return null;
        }
        return new AuthorizationResponse(
                null,
                new OAuthError(
                        error,
                        MultivaluedMapUtils.getFirstValue(fields, "error_description"),
                        MultivaluedMapUtils.getFirstValue(fields, "error_subcode")),
                state,
                issuer,
                parameters);
    }

    /** Say what kind of answer this is; the state stays out of it. */
    @Override
    public String toString() {
        return "AuthorizationResponse[" + (code != null ? "code" : error) + "]";
    }
}
