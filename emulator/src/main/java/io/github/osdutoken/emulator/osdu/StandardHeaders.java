package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The headers every OSDU service puts on every answer of its own. */
final class StandardHeaders {

    private static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Access-Control-Allow-Origin", "*"),
            Map.entry("Access-Control-Allow-Credentials", "true"),
            Map.entry("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS, HEAD, PATCH"),
            Map.entry(
                    "Access-Control-Allow-Headers",
                    "access-control-allow-origin, origin, content-type, accept, authorization, data-partition-id,"
                            + " correlation-id, appkey"),
            Map.entry("Access-Control-Max-Age", "3600"),
            Map.entry("X-Frame-Options", "DENY"),
            Map.entry("X-XSS-Protection", "1; mode=block"),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("Cache-Control", "no-cache, no-store, must-revalidate"),
            Map.entry("Content-Security-Policy", "default-src 'self'"),
            Map.entry("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
            Map.entry("Expires", "0"));

    private StandardHeaders() {}

    /** Add the headers; a correlation id the caller did not give is made up. */
    static Response add(Response response, @Nullable String correlationId) {
        List<Map.Entry<String, String>> all = new ArrayList<>(response.headers());
        all.addAll(HEADERS);
        all.add(Map.entry(
                "correlation-id",
                correlationId == null || correlationId.isBlank()
                        ? UUID.randomUUID().toString()
                        : correlationId));
        return new Response(response.status(), List.copyOf(all), response.content());
    }
}
