package io.github.osdutoken.emulator.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.osdutoken.emulator.http.Response;

/** Writes JSON answers the way Entra ID sends them. */
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** Return the JSON text. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be had as JSON: " + value.getClass(), e);
        }
    }

    /** Make a response that nobody may store. */
    public static Response response(int status, Object value) {
        return Response.of(status, "application/json; charset=utf-8", text(value))
                .with("Cache-Control", "no-store, no-cache")
                .with("Pragma", "no-cache")
                .with("X-Content-Type-Options", "nosniff");
    }
}
