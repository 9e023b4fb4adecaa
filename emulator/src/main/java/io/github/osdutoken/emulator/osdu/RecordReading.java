package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives records to those who may read them. */
final class RecordReading {

    private final Records records;
    private final String partition;

    RecordReading(Records records, String partition) {
        this.records = records;
        this.partition = partition;
    }

    JsonNode latest(String id, List<String> attributes, Caller caller) {
        StoredRecord record = readable(id, true, caller);
        return record.toJson(record.latest(), attributes);
    }

    JsonNode version(String id, String version, List<String> attributes, Caller caller) {
        StoredRecord record = readable(id, true, caller);
        RecordVersion found = record.versions().stream()
                .filter(candidate -> Long.toString(candidate.number()).equals(version))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        404, "Record version not found", "The requested record version was not found"));
        return record.toJson(found, attributes);
    }

    /** Return the versions of a record; of a soft-deleted one too. */
    Versions versions(String id, Caller caller) {
        return new Versions(
                id,
                readable(id, false, caller).versions().stream()
                        .map(RecordVersion::number)
                        .toList());
    }

    /** Return the records that can be read; what is not there is listed, what is not allowed is left out silently. */
    Batch batch(List<String> ids, List<String> attributes, Caller caller) {
        List<JsonNode> found = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        for (String id : ids) {
            Optional<StoredRecord> record = records.find(id).filter(StoredRecord::active);
            if (record.isEmpty()) {
                invalid.add(id);
            } else if (record.get().content().acl().isReadableBy(caller)) {
                found.add(record.get().toJson(record.get().latest(), attributes));
            }
        }
        return new Batch(found, invalid, List.of());
    }

    private StoredRecord readable(String id, boolean activeOnly, Caller caller) {
        RecordId.require(partition, id);
        StoredRecord record = records.find(id)
                .orElseThrow(() -> new AppException(404, "Record not found", "The record '" + id + "' was not found"));
        if (activeOnly && !record.active()) {
            throw new AppException(404, "Record not found", "The record with the given ID is not active");
        }
        if (!record.content().acl().isReadableBy(caller)) {
            throw new AppException(AppError.accessDenied(403));
        }
        return record;
    }

    record Versions(String recordId, List<Long> versions) {}

    record Batch(List<JsonNode> records, List<String> invalidRecords, List<String> retryRecords) {}
}
