package io.github.osdutoken.emulator.osdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes records out of sight, or away. */
final class RecordDeletion {

    private final Records records;
    private final String partition;

    RecordDeletion(Records records, String partition) {
        this.records = records;
        this.partition = partition;
    }

    /** Soft-delete a record: writing it again brings it back. */
    void delete(String id, Caller caller) {
        change(id, true, caller, record -> records.put(record.deactivated()));
    }

    /** Remove a record with all its versions, soft-deleted or not. */
    void purge(String id, Caller caller) {
        change(id, false, caller, record -> records.remove(record.id()));
    }

    /** Remove versions, never the latest: those named, or so many of the oldest, or all up to one. */
    void purgeVersions(String id, Map<String, String> which, Caller caller) {
        change(id, false, caller, record -> records.put(record.without(VersionChoice.of(record, which))));
    }

    /** Soft-delete what can be, and return what could not. */
    List<NotDeleted> deleteAll(List<String> ids, Caller caller) {
        for (String id : ids) {
            if (!RecordId.isOf(partition, id)) {
                throw new AppException(
                        400,
                        "Invalid record id",
                        "The record '" + id + "' does not follow the naming convention: the first id component must"
                                + " be '" + partition + "'");
            }
        }
        return records.change(() -> {
            List<NotDeleted> left = new ArrayList<>();
            ids.stream()
                    .filter(id -> records.find(id).isEmpty())
                    .forEach(id -> left.add(new NotDeleted(id, "Record with id '" + id + "' not found")));
            for (StoredRecord record : records.findAll(ids)) {
                if (record.content().acl().isWritableBy(caller)) {
                    records.put(record.deactivated());
                } else {
                    left.add(new NotDeleted(
                            record.id(), "The user is not authorized to perform delete record with id " + record.id()));
                }
            }
            return left;
        });
    }

    private void change(String id, boolean activeOnly, Caller caller, Consumer<StoredRecord> change) {
        RecordId.require(partition, id);
        records.change(() -> {
            StoredRecord record = records.find(id)
                    .filter(found -> found.active() || !activeOnly)
                    .orElseThrow(() ->
                            new AppException(404, "Record not found", "Record with id '" + id + "' does not exist"));
            if (!record.content().acl().isWritableBy(caller)) {
                throw new AppException(AppError.accessDenied(403));
            }
            change.accept(record);
            return record;
        });
    }

    record NotDeleted(String notDeletedRecordId, String message) {}
}
