package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
        return nodes(field).flatMap(SearchDocument::leaves);
    }

    private Stream<JsonNode> nodes(String field) {
        Stream<JsonNode> nodes = Stream.of(json);
        for (String name : field.split("\\.", -1)) {
            nodes = nodes.flatMap(SearchDocument::elements).map(node -> node.path(name));
        }
        return nodes;
    }

    /** Return every value of every field. */
    Stream<String> values() {
        return leaves(json);
    }

    /** Return what is in an array of objects, each as a document whose fields are named from there. */
    Stream<SearchDocument> nested(String path) {
        return nodes(path)
                .flatMap(SearchDocument::elements)
                .flatMap(node ->
                        node instanceof ObjectNode object ? Stream.of(new SearchDocument(object)) : Stream.of());
    }

    /** Return the document with the given fields only; none given, all of them. */
    ObjectNode pick(List<String> fields) {
        return fields.isEmpty() || fields.contains("*") ? json : (ObjectNode) some(json, fields);
    }

    /** Return a copy with some fields only; arrays are gone through, as Elasticsearch does. */
    private static JsonNode some(JsonNode node, List<String> fields) {
        if (node.isArray()) {
            ArrayNode some = Json.array();
            node.forEach(element -> {
                JsonNode part = some(element, fields);
                if (!part.isEmpty()) {
                    some.add(part);
                }
            });
            return some;
        }
        ObjectNode some = Json.object();
        node.properties().forEach(property -> {
            String name = property.getKey();
            List<String> inner = fields.stream()
                    .filter(field -> field.startsWith(name + "."))
                    .map(field -> field.substring(name.length() + 1))
                    .toList();
            if (fields.contains(name) || inner.contains("*")) {
                some.set(name, property.getValue());
            } else if (!inner.isEmpty() && property.getValue().isContainerNode()) {
                JsonNode part = some(property.getValue(), inner);
                if (!part.isEmpty()) {
                    some.set(name, part);
                }
            }
        });
        return some;
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
