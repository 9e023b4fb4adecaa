package io.github.osdutoken.cli.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request's body. What is missing or of another kind reads as empty. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode tree;

    private Json(JsonNode tree) {
        this.tree = tree;
    }

    static Json of(String body) {
        try {
            return new Json(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return new Json(object());
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    String text(String name) {
        return tree.path(name).asText("");
    }

    boolean flag(String name) {
        return tree.path(name).asBoolean(false);
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree.path(name)
                .properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText("")));
        return texts;
    }
}
