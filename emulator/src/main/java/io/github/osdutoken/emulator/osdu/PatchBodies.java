package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests to change parts of many records look like, and their answers. */
final class PatchBodies {

    private PatchBodies() {}

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
}
