package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Brings the schemas that a schema refers to into its definitions, as the service stores it. */
final class SchemaReferences {

    private static final String DEFINITIONS = "definitions";

    private final Function<String, Optional<StoredSchema>> schemas;

    /** The schemas referred to, by the names they get in the definitions. */
    private final Map<String, ObjectNode> found = new TreeMap<>();

    /** Refers to the schemas there are. */
    SchemaReferences(Function<String, Optional<StoredSchema>> schemas) {
        this.schemas = schemas;
    }

    /** Return a copy of a schema whose references all lead into itself, or throw if one leads nowhere. */
    ObjectNode resolved(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        ObjectNode definitions = copy.get(DEFINITIONS) instanceof ObjectNode own ? own : copy.objectNode();
        resolve(copy, definitions);
        found.forEach((name, referred) -> {
            ObjectNode other = referred.deepCopy();
            if (other.remove(DEFINITIONS) instanceof ObjectNode its) {
                definitions.setAll(its);
            }
            definitions.set(name, other);
        });
        if (!definitions.isEmpty()) {
            copy.set(DEFINITIONS, definitions);
        }
        return copy;
    }

    private void resolve(JsonNode node, ObjectNode definitions) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getKey().toLowerCase(Locale.ROOT).equals("$ref")) {
                    field.setValue(object.textNode(resolve(field.getValue().asText(), definitions)));
                } else {
                    resolve(field.getValue(), definitions);
                }
            });
        } else {
            node.forEach(element -> resolve(element, definitions));
        }
    }

    private String resolve(String reference, ObjectNode definitions) {
        if (reference.startsWith("#")) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (!definitions.has(name)) {
                throw refusal("Invalid input, no '" + name + "' definition found but provided as a reference");
            }
            return reference;
        }
        String name = reference;
        if (GeoJson.isAt(reference)) {
            name = GeoJson.NAME;
            found.put(name, GeoJson.featureCollection());
        } else if (reference.startsWith("https")) {
            // Elsewhere it is fetched; the emulator calls nobody.
            throw refusal("Invalid Request, " + reference + " not resolvable");
        } else {
            found.put(
                    name,
                    schemas.apply(reference)
                            .orElseThrow(() -> refusal(
                                    "Invalid input, " + reference + " not registered but provided as reference"))
                            .schema());
        }
        return "#/" + DEFINITIONS + "/" + name;
    }

    private static AppException refusal(String message) {
        return new AppException(ErrorEnvelope.badRequest(message));
    }
}
