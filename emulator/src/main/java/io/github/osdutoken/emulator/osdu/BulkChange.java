package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One change of many records: some values are added to a list, or taken from it, or replace it. */
record BulkChange(
        @Nullable String op,
        @Nullable String path,
        @Nullable List<String> value) {

    private static final Set<String> OPS = Set.of("add", "replace", "remove");
    private static final Set<String> LISTS = Set.of("/acl/viewers", "/acl/owners", "/legal/legaltags");

    static void check(List<BulkChange> changes) {
        if (changes.isEmpty()) {
            throw RecordPatching.invalid("Record patch operations cannot be empty");
        }
        Set<String> paths = new HashSet<>();
        for (BulkChange change : changes) {
            if (change.op() == null || !OPS.contains(change.op())) {
                throw RecordPatching.invalid("Invalid Patch Operation: can only be 'replace' or 'add' or 'remove'");
            }
            if (change.path() == null
                    || (!LISTS.contains(change.path()) && !change.path().equals("/tags"))) {
                throw RecordPatching.invalid(
                        "Invalid Patch Path: can only be '/acl/viewers', '/acl/owners', '/legal/legaltags' or"
                                + " '/tags'");
            }
            if (!paths.add(change.path())) {
                throw RecordPatching.invalid("Users can only update a path once per request");
            }
            if (change.value() == null || change.value().isEmpty()) {
                throw RecordPatching.invalid("Record patch values cannot be empty");
            }
        }
    }

    void apply(ObjectNode record) {
        if ("/tags".equals(path)) {
            applyToTags((ObjectNode) record.get("tags"));
            return;
        }
        String[] names = String.valueOf(path).substring(1).split("/", 2);
        ArrayNode list = (ArrayNode) record.path(names[0]).get(names[1]);
        Set<String> values = new TreeSet<>();
        list.forEach(item -> values.add(item.asText()));
        List<String> given = value == null ? List.of() : value;
        switch (String.valueOf(op)) {
            case "add" -> values.addAll(given);
            case "remove" -> values.removeAll(given);
            default -> {
                values.clear();
                values.addAll(given);
            }
        }
        if (values.isEmpty()) {
            throw RecordPatching.invalid("Cannot remove all " + path + " of a record");
        }
        list.removeAll();
        values.forEach(list::add);
    }

    private void applyToTags(ObjectNode tags) {
        if ("replace".equals(op)) {
            tags.removeAll();
        }
        for (String pair : value == null ? List.<String>of() : value) {
            String[] parts = pair.split(":", 2);
            if ("remove".equals(op)) {
                tags.remove(parts[0]);
            } else if (parts.length < 2) {
                throw RecordPatching.invalid("Invalid tag: a tag is key:value");
            } else {
                tags.put(parts[0], parts[1]);
            }
        }
    }
}
