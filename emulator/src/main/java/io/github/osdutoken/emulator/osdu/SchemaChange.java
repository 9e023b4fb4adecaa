package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One difference between two schemas. */
record SchemaChange(Kind kind, String path, JsonNode before, JsonNode after) {

    enum Kind {
        ADDED,
        REMOVED,
        REPLACED
    }

    /** Return what differs; elements of arrays are compared one by one from the front. */
    static List<SchemaChange> between(JsonNode before, JsonNode after) {
        List<SchemaChange> changes = new ArrayList<>();
        collect("", before, after, changes);
        return changes;
    }

    /** Return the last name in the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Tell whether it is about something directly in the schema and not deeper. */
    boolean isAtRoot() {
        return path.lastIndexOf('/') == 0;
    }

    private static void collect(String path, JsonNode before, JsonNode after, List<SchemaChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            before.fieldNames().forEachRemaining(name -> {
                if (after.has(name)) {
                    collect(path + "/" + escaped(name), before.get(name), after.get(name), changes);
                } else {
                    changes.add(new SchemaChange(
                            Kind.REMOVED, path + "/" + escaped(name), before.get(name), after.path(name)));
                }
            });
            after.fieldNames().forEachRemaining(name -> {
                if (!before.has(name)) {
                    changes.add(new SchemaChange(
                            Kind.ADDED, path + "/" + escaped(name), before.path(name), after.get(name)));
                }
            });
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                if (i < before.size() && i < after.size()) {
                    collect(path + "/" + i, before.get(i), after.get(i), changes);
                } else {
                    changes.add(new SchemaChange(
                            i < after.size() ? Kind.ADDED : Kind.REMOVED,
                            path + "/" + i,
                            before.path(i),
                            after.path(i)));
                }
            }
        } else {
            changes.add(new SchemaChange(Kind.REPLACED, path, before, after));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
