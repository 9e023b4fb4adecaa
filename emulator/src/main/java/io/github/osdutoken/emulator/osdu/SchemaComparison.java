package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a schema with a later version of it, by the rules for a new minor or a new patch version. */
final class SchemaComparison {

    private static final Pattern KIND = Pattern.compile("([^.:\\s]+:[^.:\\s]+:[^.:\\s]+):(\\d+)\\.(\\d+)\\.(\\d+)");

    private static final Pattern COMPOSITION = Pattern.compile(".*/(?:allOf|oneOf|anyOf)(?=/|$)");

    private final JsonNode before;
    private final JsonNode after;
    private final boolean patch;
    private final JsonNode definitionsAfter;

    /** Which definitions are now referred to by a later version of them. */
    private final Map<String, String> renewed = new HashMap<>();

    private SchemaComparison(JsonNode before, JsonNode after, boolean patch) {
        this.before = SchemaText.without(before);
        this.after = SchemaText.without(after);
        this.patch = patch;
        this.definitionsAfter = this.after.path("definitions");
    }

    static SchemaComparison minor(ObjectNode before, ObjectNode after) {
        return new SchemaComparison(before, after, false);
    }

    static SchemaComparison patch(ObjectNode before, ObjectNode after) {
        return new SchemaComparison(before, after, true);
    }

    /** Tell whether something changed that needs a larger step in the version than was taken. */
    boolean findsBreakingChange() {
        return breaks(body(before), body(after)) || breaks(definitions(before), definitions(after));
    }

    private static JsonNode body(JsonNode schema) {
        ObjectNode body = Json.object();
        schema.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        body.remove("definitions");
        return body;
    }

    private static JsonNode definitions(JsonNode schema) {
        return schema.path("definitions").isObject() ? schema.path("definitions") : Json.object();
    }

    private boolean breaks(JsonNode one, JsonNode other) {
        return SchemaChange.between(one, other).stream().anyMatch(change -> breaks(change, one, other));
    }

    private boolean breaks(SchemaChange change, JsonNode one, JsonNode other) {
        Matcher composition = COMPOSITION.matcher(change.path());
        if (change.name().equals("additionalProperties")) {
            return breaksAdditionalProperties(change);
        }
        if (composition.lookingAt()) {
            String root = composition.group();
            return (change.kind() == SchemaChange.Kind.REMOVED && change.path().equals(root))
                    || breaksComposition(one.at(root), other.at(root));
        }
        if (change.name().equals("$ref")) {
            return breaksReference(change);
        }
        // That it holds for a property whose name begins so, too, is the service's doing.
        if (change.path().contains("/required")) {
            return true;
        }
        if (change.name().equals("type")) {
            return change.kind() != SchemaChange.Kind.ADDED;
        }
        return switch (change.kind()) {
            case REMOVED -> !renewed.containsKey(change.name()) && !isRenewed(change, other);
            case ADDED -> patch && !renewed.containsValue(change.name()) && !renews(change, one);
            case REPLACED -> false;
        };
    }

    /** What was allowed without being said may be said, and the other way round; nothing else. */
    private static boolean breaksAdditionalProperties(SchemaChange change) {
        return switch (change.kind()) {
            case ADDED -> !change.after().asText().equals("true");
            case REMOVED -> !change.before().asText().equals("true");
            case REPLACED -> true;
        };
    }

    private boolean breaksReference(SchemaChange change) {
        if (change.kind() != SchemaChange.Kind.REPLACED) {
            return patch || change.kind() == SchemaChange.Kind.REMOVED;
        }
        String old = last(change.before().asText());
        String now = last(change.after().asText());
        if (!mayReplace(old, now)) {
            return true;
        }
        renewed.put(old, now);
        return false;
    }

    /** A composition may grow with a minor version; what was in it is found again by title, reference or place. */
    private boolean breaksComposition(JsonNode one, JsonNode other) {
        if (patch ? one.size() != other.size() : one.size() > other.size()) {
            return true;
        }
        for (int i = 0; i < one.size(); i++) {
            JsonNode element = one.get(i);
            boolean named = element.has("title") || element.has("$ref");
            if (named ? !isIn(other, element) : breaks(element, other.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(JsonNode composition, JsonNode element) {
        for (JsonNode candidate : composition) {
            if (element.has("title") && candidate.has("title")) {
                if (candidate.get("title").equals(element.get("title"))) {
                    return !breaks(element, candidate);
                }
            } else if (element.has("$ref") && candidate.has("$ref")) {
                String old = last(element.get("$ref").asText());
                String now = last(candidate.get("$ref").asText());
                if (mayReplace(old, now) && definitionsAfter.has(now)) {
                    renewed.put(old, now);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRenewed(SchemaChange change, JsonNode other) {
        return change.isAtRoot()
                && KIND.matcher(change.name()).matches()
                && other.properties().stream().anyMatch(field -> mayReplace(change.name(), field.getKey()));
    }

    private boolean renews(SchemaChange change, JsonNode one) {
        return change.isAtRoot()
                && KIND.matcher(change.name()).matches()
                && one.properties().stream().anyMatch(field -> mayReplace(field.getKey(), change.name()));
    }

    /** Tell whether a reference may lead to another schema: a later one of the same name and the same major version. */
    private boolean mayReplace(String old, String now) {
        Matcher from = KIND.matcher(old);
        Matcher to = KIND.matcher(now);
        if (!from.matches() || !to.matches()) {
            return old.equals(now);
        }
        long minorStep = Long.parseLong(to.group(3)) - Long.parseLong(from.group(3));
        return from.group(1).equals(to.group(1))
                && from.group(2).equals(to.group(2))
                && (patch ? minorStep == 0 : minorStep >= 0)
                && Long.parseLong(to.group(4)) >= Long.parseLong(from.group(4));
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
