package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A record as search finds and returns it. */
record SearchDocument(ObjectNode json) {

    static SearchDocument of(StoredRecord record) {
        ObjectNode json = record.toJson(record.latest(), List.of());
        String[] kind = record.content().kind().split(":", -1);
        json.put("authority", kind[0])
                .put("source", kind[1])
                .put("type", kind[2])
                .put("namespace", kind[0] + ":" + kind[1]);
        return new SearchDocument(json);
    }

    /** Return the values of a field such as {@code data.Names.Name}; each element where there are arrays. */
    Stream<String> values(String field) {
        Stream<JsonNode> nodes = Stream.of(json);
        for (String name : field.split("\\.", -1)) {
            nodes = nodes.flatMap(SearchDocument::elements).map(node -> node.path(name));
        }
        return nodes.flatMap(SearchDocument::leaves);
    }

    /** Return every value of every field. */
    Stream<String> values() {
        return leaves(json);
    }

    /** Return the document with the given fields only; none given, all of them. */
    ObjectNode pick(List<String> fields) {
        if (fields.isEmpty()) {
            return json;
        }
        ObjectNode picked = Json.object();
        for (String field : fields) {
            JsonNode value = json.at("/" + field.replace('.', '/'));
            if (!value.isMissingNode()) {
                String[] path = field.split("\\.", -1);
                ObjectNode parent = picked;
                for (int i = 0; i < path.length - 1; i++) {
                    parent = parent.withObjectProperty(path[i]);
                }
                // A copy, because a later field may be put into it, and the record must not change.
                parent.set(path[path.length - 1], value.deepCopy());
            }
        }
        return picked;
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    private static Stream<String> leaves(JsonNode node) {
        if (node.isContainerNode()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(SearchDocument::leaves);
        }
        return node.isMissingNode() || node.isNull() ? Stream.of() : Stream.of(node.asText());
    }
}
