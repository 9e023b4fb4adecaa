package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every call meets before it reaches a service: Istio's RequestAuthentication and AuthorizationPolicy. */
final class Edge {

    private static final String BEARER = "Bearer ";

    /** As much of a path as Envoy repeats in its challenge. */
    private static final int REALM_PATH = 256;

    private final AccessTokenCheck check;
    private final EdgeStyle style;

    Edge(AccessTokenCheck check, EdgeStyle style) {
        this.check = check;
        this.style = style;
    }

    /**
     * Answer for the service, or let the call through with its claims.
     *
     * @param open whether the call needs no token; a token that is there must be valid all the same
     * @param service given the claims, or {@code null} when there is no token
     */
    Response pass(Request request, boolean open, Function<@Nullable JsonNode, Response> service) {
        String authorization = request.header("Authorization");
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return open || style == EdgeStyle.SERVICE
                    ? service.apply(null)
                    : Response.of(403, "text/plain", "RBAC: access denied");
        }
        JsonNode claims;
        try {
            claims = check.claims(authorization.substring(BEARER.length()));
        } catch (JwtRejectedException e) {
            return Response.of(e.status(), "text/plain", e.text())
                    .with("WWW-Authenticate", "Bearer realm=\"" + realm(request) + "\", error=\"invalid_token\"");
        }
        return service.apply(claims);
    }

    private static String realm(Request request) {
        String path = request.rawQuery() == null ? request.path() : request.path() + "?" + request.rawQuery();
        return request.origin() + path.substring(0, Math.min(path.length(), REALM_PATH));
    }
}
