package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes parts of records: three bodies, three sets of rules. */
final class RecordPatching {

    private final Records records;
    private final RecordIngestion ingestion;
    private final String partition;

    RecordPatching(Records records, RecordIngestion ingestion, String partition) {
        this.records = records;
        this.ingestion = ingestion;
        this.partition = partition;
    }

    /** Change who may see records, under which legal tags they are, and their tags: {@code application/json}. */
    BulkResult bulk(BulkRequest request, Caller caller) {
        List<String> ids = ids(request.query());
        BulkChange.check(request.ops());
        return records.change(() -> {
            List<String> done = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            for (String id : ids) {
                Optional<StoredRecord> record = records.find(id);
                if (record.isEmpty()) {
                    missing.add(id);
                } else if (!record.get().content().acl().isWritableBy(caller)) {
                    refused.add(id);
                } else {
                    ObjectNode changed = draftOf(record.get());
                    request.ops().forEach(change -> change.apply(changed));
                    ingestion.overwrite(record.get(), draft(changed), caller);
                    done.add(id);
                }
            }
            return new BulkResult(done.size(), done, missing, refused, List.of());
        });
    }

    /** Apply RFC 6902; only a change of the data makes a new version. */
    PatchResult patch(PatchRequest request, Caller caller) {
        List<String> ids = ids(request.query());
        PatchRules.check(request.ops());
        boolean data = request.ops().stream()
                .anyMatch(change ->
                        change.path().startsWith("/data") || change.path().startsWith("/meta"));
        return records.change(() -> {
            List<String> done = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            List<String> failed = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            for (String id : ids) {
                Optional<StoredRecord> record = records.find(id).filter(found -> found.active() || !data);
                if (record.isEmpty()) {
                    missing.add(id);
                    continue;
                }
                requireWritable(record.get(), caller);
                try {
                    RecordDraft draft = draft(JsonPatch.applied(request.ops(), draftOf(record.get())));
                    if (data) {
                        done.addAll(ingestion.put(List.of(draft), false, caller).written());
                    } else {
                        ingestion.overwrite(record.get(), draft, caller);
                        done.add(id + ":" + record.get().latest().number());
                    }
                } catch (IllegalArgumentException e) {
                    failed.add(id);
                    errors.add("Json patch error for record: " + id);
                }
            }
            return new PatchResult(done.size(), done, missing, failed, errors);
        });
    }

    /** Merge RFC 7396 into one record, or soft-delete it or bring it back. */
    JsonNode merge(String id, ObjectNode patch, Caller caller) {
        RecordId.require(partition, id);
        return records.change(() -> {
            StoredRecord record = records.find(id)
                    .orElseThrow(() -> new AppException(
                            404,
                            "Record not found for patching",
                            "The record '" + id + "' was not found for patching"));
            requireOwner(record, caller);
            if (patch.hasNonNull("deleted")) {
                boolean delete = patch.path("deleted").asBoolean();
                if (record.active() != delete) {
                    throw badRequest("Record State already updated");
                }
                records.put(delete ? record.deactivated() : record.reactivated());
                return record.toJson(record.latest(), List.of());
            }
            if (!record.active()) {
                throw badRequest("Record is not in active state, so cannot be patched");
            }
            ObjectNode changes = patch.deepCopy();
            changes.retain("kind", "acl", "legal", "data", "tags", "ancestry");
            ingestion.put(List.of(draft(JsonPatch.merged(changes, draftOf(record)))), true, caller);
            StoredRecord changed = records.find(id).orElse(record);
            return changed.toJson(changed.latest(), List.of());
        });
    }

    private List<String> ids(@Nullable Query query) {
        List<String> ids = query == null || query.ids() == null ? List.of() : query.ids();
        if (ids.isEmpty()) {
            throw invalid("The list of record IDs cannot be empty");
        }
        if (ids.size() > 100) {
            throw invalid("Up to 100 records can be patched at a time");
        }
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw invalid("Duplicate record ID: " + id);
            }
            if (!RecordId.isOf(partition, id)) {
                throw invalid("Invalid record format: '" + id
                        + "'. The following format is expected: {tenant-name}:{object-type}:{unique-identifier}");
            }
        }
        return ids;
    }

    private static void requireWritable(StoredRecord record, Caller caller) {
        if (!record.content().acl().isWritableBy(caller)) {
            throw new AppException(403, "User Unauthorized", "User is not authorized to update records.");
        }
    }

    private static void requireOwner(StoredRecord record, Caller caller) {
        if (!record.content().acl().isWritableBy(caller)) {
            throw new AppException(AppError.accessDenied(403));
        }
    }

    /** Return a record as its next version would be sent. */
    private static ObjectNode draftOf(StoredRecord record) {
        ObjectNode json = record.toJson(record.latest(), List.of()).deepCopy();
        json.retain("id", "kind", "acl", "legal", "data", "ancestry", "meta", "tags");
        if (!json.has("tags")) {
            json.set("tags", Json.object());
        }
        return json;
    }

    private static RecordDraft draft(JsonNode json) {
        return Json.convert(json, new TypeReference<RecordDraft>() {});
    }

    static AppException invalid(String message) {
        return new AppException(400, "Validation error.", message);
    }

    private static AppException badRequest(String message) {
        return new AppException(400, message, message);
    }

    record Query(@Nullable List<String> ids) {}

    record BulkRequest(@Nullable Query query, List<BulkChange> ops) {

        BulkRequest {
            ops = ops == null ? List.of() : ops;
        }
    }

    record PatchRequest(@Nullable Query query, List<JsonPatch.Change> ops) {

        PatchRequest {
            ops = ops == null ? List.of() : ops;
        }
    }

    record BulkResult(
            int recordCount,
            List<String> recordIds,
            List<String> notFoundRecordIds,
            List<String> unAuthorizedRecordIds,
            List<String> lockedRecordIds) {

        int status() {
            return notFoundRecordIds.isEmpty() && unAuthorizedRecordIds.isEmpty() ? 200 : 206;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PatchResult(
            int recordCount,
            List<String> recordIds,
            List<String> notFoundRecordIds,
            List<String> failedRecordIds,
            List<String> errors) {

        int status() {
            return notFoundRecordIds.isEmpty() && failedRecordIds.isEmpty() ? 200 : 206;
        }
    }

    /** One change of many records: some values are added to a list, or taken from it, or replace it. */
    record BulkChange(
            @Nullable String op,
            @Nullable String path,
            @Nullable List<String> value) {

        private static final Set<String> OPS = Set.of("add", "replace", "remove");
        private static final Set<String> LISTS = Set.of("/acl/viewers", "/acl/owners", "/legal/legaltags");

        static void check(List<BulkChange> changes) {
            if (changes.isEmpty()) {
                throw invalid("Record patch operations cannot be empty");
            }
            Set<String> paths = new HashSet<>();
            for (BulkChange change : changes) {
                if (change.op() == null || !OPS.contains(change.op())) {
                    throw invalid("Invalid Patch Operation: can only be 'replace' or 'add' or 'remove'");
                }
                if (change.path() == null
                        || (!LISTS.contains(change.path()) && !change.path().equals("/tags"))) {
                    throw invalid("Invalid Patch Path: can only be '/acl/viewers', '/acl/owners', '/legal/legaltags' or"
                            + " '/tags'");
                }
                if (!paths.add(change.path())) {
                    throw invalid("Users can only update a path once per request");
                }
                if (change.value() == null || change.value().isEmpty()) {
                    throw invalid("Record patch values cannot be empty");
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
                throw invalid("Cannot remove all " + path + " of a record");
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
                    throw invalid("Invalid tag: a tag is key:value");
                } else {
                    tags.put(parts[0], parts[1]);
                }
            }
        }
    }
}
