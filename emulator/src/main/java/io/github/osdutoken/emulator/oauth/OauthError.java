package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error as JSON, in Entra ID's words. */
final class OauthError {

    private static final Map<String, Object> DEMANDED =
            Map.of("essential", true, "values", List.of("0b1ec7a1-9001-4d1a-a001-3d5c1f9e9001"));

    private OauthError() {}

    static Response response(EntraException e, Trace trace, Tenant tenant) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", e.code().error());
        body.put("error_description", trace.appendedTo(e.description(), " "));
        body.put("error_codes", List.of(e.code().code()));
        body.put("timestamp", trace.timestamp());
        body.put("trace_id", trace.traceId());
        body.put("correlation_id", trace.correlationId());
        body.put("error_uri", tenant.authority() + "/error?code=" + e.code().code());
        if (!e.code().suberror().isEmpty()) {
            body.put("suberror", e.code().suberror());
        }
        if (e.code().demandsClaims()) {
            // A string with JSON in it, which clients pass on with the next authorization request as it is.
            body.put("claims", Json.text(Map.of("access_token", Map.of("polids", DEMANDED))));
        }
        return Json.response(e.code().error().equals("invalid_client") ? 401 : 400, body);
    }
}
