package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What in a schema is for people only, and so may change with any version. */
final class SchemaText {

    static final Set<String> COMPOSITIONS = Set.of("allOf", "oneOf", "anyOf");

    private static final Set<String> TEXTS =
            Set.of("title", "description", "examples", "example", "pattern", "$id", "$comment");

    private SchemaText() {}

    /** Return a copy of a schema without it. */
    static JsonNode without(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        strip(copy, false);
        return copy;
    }

    /** Remove it from a node; what is in a composition keeps its title, by which it is found again. */
    private static void strip(JsonNode node, boolean composed) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .removeIf(field -> field.getKey().startsWith("x-")
                            || (TEXTS.contains(field.getKey())
                                    && !(composed && field.getKey().equals("title"))));
            object.properties().forEach(field -> {
                boolean composition = COMPOSITIONS.contains(field.getKey());
                JsonNode value = field.getValue();
                if (value instanceof ArrayNode array) {
                    array.forEach(element -> strip(element, composition));
                } else {
                    strip(value, false);
                }
            });
        } else {
            node.forEach(element -> strip(element, false));
        }
    }
}
