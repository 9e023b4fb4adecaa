package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/**
 * What support asks for: the ids and the time that every error carries.
 *
 * @param traceId the server's id of the request
 * @param correlationId the client's id when it sent one
 * @param time when
 */
public record Trace(String traceId, String correlationId, Instant time) {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** Take the correlation id from where clients put it: the query, the form or a header. */
    public static Trace of(Request request, Map<String, String> parameters, Clock clock) {
        String header = request.header("client-request-id");
        String fallback = header == null ? UUID.randomUUID().toString() : header;
        return new Trace(
                UUID.randomUUID().toString(), parameters.getOrDefault("client-request-id", fallback), clock.instant());
    }

    /** Return the time as Entra ID writes it, such as {@code 2026-01-31 23:59:59Z}. */
    public String timestamp() {
        return TIMESTAMP.format(time);
    }

    /** Return an error's text with this trace behind it. */
    public String appendedTo(String description, String separator) {
        return description + separator + "Trace ID: " + traceId + separator + "Correlation ID: " + correlationId
                + separator + "Timestamp: " + timestamp();
    }
}
