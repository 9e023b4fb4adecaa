package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three operations of RFC 6902 that storage takes, and the merge of RFC 7396. */
final class JsonPatch {

    private JsonPatch() {}

    /**
     * Apply operations to a copy.
     *
     * @throws IllegalArgumentException if one does not fit
     */
    static JsonNode applied(List<Change> changes, JsonNode to) {
        JsonNode copy = to.deepCopy();
        for (Change change : changes) {
            apply(change, copy);
        }
        return copy;
    }

    /** Return a copy of an object with another one merged in: null takes away, objects merge, all else replaces. */
    static ObjectNode merged(ObjectNode patch, ObjectNode into) {
        ObjectNode merged = into.deepCopy();
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            JsonNode old = merged.get(field.getKey());
            if (value.isNull()) {
                merged.remove(field.getKey());
            } else if (value instanceof ObjectNode object) {
                merged.set(field.getKey(), merged(object, old instanceof ObjectNode there ? there : Json.object()));
            } else {
                merged.set(field.getKey(), value);
            }
        });
        return merged;
    }

    private static void apply(Change change, JsonNode document) {
        JsonPointer path = JsonPointer.compile(change.path());
        JsonNode parent = document.at(path.head());
        String last = path.last().getMatchingProperty();
        boolean remove = change.op().equals("remove");
        if (!remove && change.value() == null) {
            throw new IllegalArgumentException("There is no value for " + change.path());
        }
        boolean there = !document.at(path).isMissingNode();
        if (!there && !change.op().equals("add")) {
            throw new IllegalArgumentException("There is no " + change.path());
        }
        if (parent instanceof ObjectNode object) {
            if (remove) {
                object.remove(last);
            } else {
                object.set(last, change.value());
            }
        } else if (parent instanceof ArrayNode array) {
            apply(change, array, last, remove);
        } else {
            throw new IllegalArgumentException("There is no " + path.head());
        }
    }

    private static void apply(Change change, ArrayNode array, String last, boolean remove) {
        if (last.equals("-")) {
            array.add(change.value());
            return;
        }
        int index = Integer.parseInt(last);
        if (remove) {
            array.remove(index);
        } else if (change.op().equals("replace")) {
            array.set(index, change.value());
        } else if (index > array.size()) {
            throw new IllegalArgumentException("There is no " + change.path());
        } else {
            array.insert(index, change.value());
        }
    }

    /** One operation; what a request left out is empty, which is no operation and no path. */
    record Change(String op, String path, @Nullable JsonNode value) {

        /** Fill in what a request left out; Jackson passes null for it. */
        Change {
            op = op == null ? "" : op;
            path = path == null ? "" : path;
        }
    }
}
