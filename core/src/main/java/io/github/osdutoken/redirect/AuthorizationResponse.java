package io.github.osdutoken.redirect;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.github.osdutoken.oauth.AuthorizationCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What arrived at the redirect URI (RFC 6749, sections 4.1.2 and 4.1.2.1).
 *
 * @param code the authorization code, or {@code null} when there is an error
 * @param error the error code, or {@code null} when there is a code
 * @param errorDescription the error's description, on Entra ID with its AADSTS number, or {@code null}
 * @param state the state that came back, or {@code null}
 */
public record AuthorizationResponse(
        @Nullable AuthorizationCode code,
        @Nullable String error,
        @Nullable String errorDescription,
        @Nullable String state) {

    /**
     * Read the parameters of a query, a fragment or a form body.
     *
     * @return the response, or {@code null} when the parameters are none: no code, no error
     */
    static @Nullable AuthorizationResponse parse(@Nullable String parameters) {
        if (parameters == null) {
            return null;
        }
        Map<String, List<String>> fields = URLUtils.parseParameters(parameters);
        String code = MultivaluedMapUtils.getFirstValue(fields, "code");
        String error = MultivaluedMapUtils.getFirstValue(fields, "error");
        boolean hasCode = code != null && !code.isEmpty();
        if (!hasCode && error == null) {
            return null;
        }
        return new AuthorizationResponse(
                hasCode ? new AuthorizationCode(code) : null,
                hasCode ? null : error,
                MultivaluedMapUtils.getFirstValue(fields, "error_description"),
                MultivaluedMapUtils.getFirstValue(fields, "state"));
    }

    /** Say what kind of answer this is; the state stays out of it. */
    @Override
    public String toString() {
        return "AuthorizationResponse[" + (code != null ? "code" : "error " + error) + "]";
    }
}
