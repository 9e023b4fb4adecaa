package io.github.osdutoken.emulator.osdu;

import java.util.List;
import java.util.Set;

/** What operations of a JSON patch storage takes. */
final class PatchRules {

    private static final int MAX = 100;
    private static final Set<String> OPS = Set.of("add", "replace", "remove");
    private static final List<String> STARTS = List.of(
            "/acl/viewers", "/acl/owners", "/legal/legaltags", "/tags", "/kind", "/ancestry/parents", "/data", "/meta");
    private static final List<String> LISTS =
            List.of("/acl/viewers", "/acl/owners", "/legal/legaltags", "/ancestry/parents");
    private static final Set<String> WHOLE =
            Set.of("/acl/viewers", "/acl/owners", "/legal/legaltags", "/kind", "/ancestry/parents");

    private PatchRules() {}

    static void check(List<JsonPatch.Change> changes) {
        require(
                !changes.isEmpty() && changes.size() <= MAX,
                "Invalid Patch Operation: the number of operations can only be between 1 and 100");
        changes.forEach(PatchRules::check);
    }

    private static void check(JsonPatch.Change change) {
        String op = change.op();
        String path = change.path();
        require(OPS.contains(op), "Invalid Patch Operation: can only be 'replace' or 'add' or 'remove'");
        require(
                STARTS.stream().anyMatch(path::startsWith),
                "Invalid Patch Path: can only start with '/acl/viewers', 'acl/owners', '/legal/legaltags', '/tags',"
                        + " '/kind', '/ancestry/parents', '/data' or '/meta'");
        require(!path.endsWith("/"), "Invalid Patch Path: path cannot end with '/'");
        if (op.equals("remove")) {
            require(
                    !WHOLE.contains(path),
                    "Invalid Patch Path: path for remove operation must contain index of the value to be deleted");
            return;
        }
        require(
                !path.startsWith("/kind") || op.equals("replace"),
                "Invalid Patch Operation: for patching '/kind', only 'replace' operation is allowed");
        checkValue(change);
    }

    private static void checkValue(JsonPatch.Change change) {
        String path = change.path();
        var value = change.value();
        boolean text = value != null && value.isTextual();
        boolean array = value != null && value.isArray();
        if (path.startsWith("/kind")) {
            require(text, "Invalid Patch Operation: for patching '/kind', only one value is allowed");
        } else if (path.equals("/tags")) {
            require(
                    value != null && value.isObject(),
                    "Invalid Patch Operation: for patching '/tags', value can only be in {'key':'value'} format");
        } else if (path.startsWith("/tags/")) {
            require(text, "Invalid Patch Operation: for patching '/tags/key' value can only be a single value");
        } else if (LISTS.contains(path)) {
            require(array, "Invalid Patch Operation: for patching '" + path + "' value can only be in an array format");
        } else if (LISTS.stream().anyMatch(path::startsWith)) {
            require(text, "Invalid Patch Operation: for patching '" + path + "' value can only be a single value");
        } else if (path.equals("/meta")) {
            require(array, "Invalid Patch Operation: for patching '/meta' value can only be in an array format");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw RecordPatching.invalid(otherwise);
        }
    }
}
