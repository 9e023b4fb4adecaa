package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives records to those who may read them. */
final class RecordReading {

    private static final String SI = "units=SI;crs=wgs84;elevation=msl;azimuth=true north;dates=utc;";

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

    /**
     * Return the records that can be read, and list all others as not found. What would have to be converted is left as
     * it is, which its status says: there is no converter here.
     */
    Fetched fetch(List<String> ids, @Nullable String frame, Caller caller) {
        boolean convert = frame != null && !frame.equalsIgnoreCase("none");
        if (frame != null && convert && !frame.equalsIgnoreCase(SI)) {
            throw new AppException(
                    400,
                    "Frame of reference is not appropriately provided",
                    "please use customized header frame-of-reference and either 'none' or 'units=SI;crs=wgs84;"
                            + "elevation=msl;azimuth=true north;dates=utc' would be valid");
        }
        List<JsonNode> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Conversion> conversions = new ArrayList<>();
        for (String id : ids) {
            Optional<StoredRecord> record = records.find(id)
                    .filter(StoredRecord::active)
                    .filter(active -> active.content().acl().isReadableBy(caller));
            if (record.isEmpty()) {
                missing.add(id);
                continue;
            }
            found.add(record.get().toJson(record.get().latest(), List.of()));
            if (convert) {
                conversions.add(Conversion.of(id, record.get().content()));
            }
        }
        return new Fetched(found, missing, conversions);
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

    record Fetched(List<JsonNode> records, List<String> notFound, List<Conversion> conversionStatuses) {}

    record Conversion(String id, String status, List<String> errors) {

        private static Conversion of(String id, RecordContent content) {
            boolean nothingToConvert = (content.meta() == null || content.meta().isEmpty())
                    && content.data().findValue("AsIngestedCoordinates") == null;
            return nothingToConvert
                    ? new Conversion(
                            id,
                            "NO_FRAME_OF_REFERENCE",
                            List.of("CRS Conversion: Meta Block is missing or empty in this record, no conversion"
                                    + " applied."))
                    : new Conversion(id, "ERROR", List.of("The emulator does not convert"));
        }
    }

    record Versions(String recordId, List<Long> versions) {}

    record Batch(List<JsonNode> records, List<String> invalidRecords, List<String> retryRecords) {}
}
