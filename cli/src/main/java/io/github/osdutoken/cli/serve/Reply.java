package io.github.osdutoken.cli.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer. */
final class Reply {

    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers;

    private Reply(int status, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, body, Map.of("Content-Type", contentType));
    }

    static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, JsonNode body) {
        try {
            return of(status, "application/json", JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree could not be written as JSON"); // without the cause: it may quote
        }
    }

    static Reply json(JsonNode body) {
        return json(200, body);
    }

    /** What was asked for is done, or has begun; there is nothing to say. */
    static Reply done() {
        return json(JSON.createObjectNode());
    }

    static Reply refused(int status, String message) {
        return json(status, JSON.createObjectNode().put("message", message));
    }

    int status() {
        return status;
    }

    ByteBuffer body() {
        return ByteBuffer.wrap(body);
    }

    /** Return the headers beside those that every answer has; a name that every answer has replaces that one's value. */
    Map<String, String> headers() {
        return headers;
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, more);
    }

    /** Say which status this is; the rest may be secret. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
