package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;

/** Bodies in and out. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // So that no list or map the services work with holds a null.
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private static final AppError UNREADABLE = new AppError(400, "Bad Request", "Failed to read request");

    private Json() {}

    static Response response(int status, Object body) {
        return Response.of(status, "application/json", text(body));
    }

    static Response response(ErrorBody error) {
        return response(error.code(), error);
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Could not write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    static <T> T read(Request request, TypeReference<T> type) {
        return read(request, type, UNREADABLE);
    }

    static <T> T read(Request request, TypeReference<T> type, ErrorBody otherwise) {
        try {
            T value = MAPPER.readValue(request.body(), type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException e) {
            // Not JSON, or not of this shape: the same answer as for none at all.
        }
        throw new AppException(otherwise);
    }

    static JsonNode tree(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Make an object of JSON, or throw the answer to a body that is not of its shape. */
    static <T> T convert(JsonNode json, TypeReference<T> type) {
        try {
            return MAPPER.convertValue(json, type);
        } catch (IllegalArgumentException e) {
            throw new AppException(UNREADABLE);
        }
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
