package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an error response (RFC 6749, section 5.2). Lenient: by its content and not by status or content type, since Entra ID
 * answers 400, 401, 403, 429 and 500 with it.
 */
final class ErrorResponse {

    private ErrorResponse() {}

    /**
     * Read the error, if the response has one.
     *
     * @param sent the secrets the request carried, which a description may repeat
     */
    static Optional<OAuthError> parse(HTTPResponse response, Collection<String> sent) {
        Map<String, Object> json;
        try {
            json = JSONObjectUtils.parse(Optional.ofNullable(response.getBody()).orElse(""));
        } catch (ParseException e) {
            return Optional.empty();
        }
        String error = text(json, "error");
        String suberror = text(json, "suberror");
        return error == null
                ? Optional.empty()
                : Optional.of(new OAuthError(
                        ServerText.without(sent, error),
                        ServerText.without(sent, description(json)),
                        suberror == null ? null : ServerText.without(sent, suberror)));
    }

    /** Return the description, completed from the fields in which Entra ID repeats its parts. */
    private static String description(Map<String, Object> json) {
        StringBuilder description = new StringBuilder(
                Optional.ofNullable(text(json, "error_description")).orElse(""));
        if (description.indexOf("AADSTS") < 0 && json.get("error_codes") instanceof List<?> codes && !codes.isEmpty()) {
            description.insert(0, "AADSTS" + codes.get(0) + ": ");
        }
        complete(description, "Correlation ID", text(json, "correlation_id"));
        complete(description, "Timestamp", text(json, "timestamp"));
        return description.toString();
    }

    private static void complete(StringBuilder description, String name, @Nullable String value) {
        if (value != null && description.indexOf(name) < 0) {
            description
                    .append(description.isEmpty() ? "" : " ")
                    .append(name)
                    .append(": ")
                    .append(value);
        }
    }

    private static @Nullable String text(Map<String, Object> json, String name) {
        return json.get(name) instanceof String text ? text : null;
    }
}
