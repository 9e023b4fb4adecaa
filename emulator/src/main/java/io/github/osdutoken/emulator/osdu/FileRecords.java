package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The records that tell of files: the file service keeps them in storage, in the name of whoever calls it. */
final class FileRecords {

    private final RecordIngestion ingestion;
    private final RecordReading reading;
    private final RecordDeletion deletion;

    FileRecords(RecordIngestion ingestion, RecordReading reading, RecordDeletion deletion) {
        this.ingestion = ingestion;
        this.reading = reading;
        this.deletion = deletion;
    }

    void create(RecordDraft draft, Caller caller) {
        asking(StorageEndpoints.CREATORS, caller, () -> ingestion.put(List.of(draft), false, caller));
    }

    /** Return a record, or nothing if there is none; throw if the caller may not read it. */
    Optional<JsonNode> find(String id, Caller caller) {
        try {
            return Optional.of(asking(StorageEndpoints.VIEWERS, caller, () -> reading.latest(id, List.of(), caller)));
        } catch (AppException e) {
            if (e.error().code() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    void delete(String id, Caller caller) {
        asking(StorageEndpoints.CREATORS, caller, () -> {
            deletion.delete(id, caller);
            return id;
        });
    }

    /** Do what storage would do for the caller, and pass on a refusal in the file service's form. */
    private static <T> T asking(Set<String> roles, Caller caller, Supplier<T> storage) {
        try {
            if (!caller.isInAny(roles)) {
                throw new AppException(Service.STORAGE.lacksRole());
            }
            return storage.get();
        } catch (AppException e) {
            throw e.error() instanceof AppError refusal
                    ? new AppException(new ErrorEnvelope(new ErrorEnvelope.Content(
                            refusal.code(),
                            "Storage record error",
                            List.of(new ErrorEnvelope.Detail("global", refusal.reason(), refusal.message())))))
                    : e;
        }
    }
}
