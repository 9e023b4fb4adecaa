package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    PatchBodies.BulkResult bulk(PatchBodies.BulkRequest request, Caller caller) {
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
            return new PatchBodies.BulkResult(done.size(), done, missing, refused, List.of());
        });
    }

    /** Apply RFC 6902; only a change of the data makes a new version. */
    PatchBodies.PatchResult patch(PatchBodies.PatchRequest request, Caller caller) {
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
            return new PatchBodies.PatchResult(done.size(), done, missing, failed, errors);
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

    private List<String> ids(PatchBodies.@Nullable Query query) {
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
}
