package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** File v2: files by signed addresses, and the records that tell of them. */
final class FileEndpoints {

    private static final Set<String> EDITORS = Set.of("service.file.editors");
    private static final Set<String> EDITORS_AND_ADMINS = Set.of("service.file.editors", "service.file.admin");
    private static final Set<String> VIEWERS = Set.of("service.file.viewers");

    /** What of a record this service shows: who made it and when is not among it. */
    private static final List<String> SHOWN =
            List.of("id", "kind", "acl", "legal", "data", "ancestry", "version", "meta", "tags");

    private final FileRecords records;
    private final FileTransfer transfer;
    private final String partition;

    FileEndpoints(FileRecords records, FileTransfer transfer, String partition) {
        this.records = records;
        this.transfer = transfer;
        this.partition = partition;
    }

    void mount(ServiceRoutes routes) {
        routes.open("/info", () -> VersionInfo.of(Service.FILE))
                .open("/liveness_check", () -> Response.of(200, "text/plain", "File service is alive"))
                .open("/readiness_check", () -> Response.of(200, "text/plain", "File service is ready"))
                .on("GET", "/files/uploadURL", EDITORS, this::uploadUrl)
                .on("POST", "/files/metadata", EDITORS, this::create)
                .on("GET", "/files/{id}/metadata", VIEWERS, this::get)
                .on("DELETE", "/files/{id}/metadata", EDITORS_AND_ADMINS, this::delete)
                .on("GET", "/files/{id}/downloadURL", VIEWERS, this::downloadUrl)
                .end();
    }

    private Response uploadUrl(Request request, Caller caller) {
        return Json.response(
                200, transfer.place(request.origin(), request.query().get("expiryTime")));
    }

    private Response create(Request request, Caller caller) {
        RecordDraft draft =
                Json.read(request, new TypeReference<RecordDraft>() {}, ApiError.badRequest("Invalid Json Input"));
        FileMetadataRules.check(draft);
        if (draft.kind() == null || draft.data() == null) {
            throw new IllegalStateException("The record was not validated");
        }
        ObjectNode data = FileData.known(draft.data());
        String source = String.valueOf(FileData.source(data));
        // An id in the request does not count: each record is a new one.
        String id = partition + ":" + RecordId.type(draft.kind()) + ":" + UUID.randomUUID();
        String md5 = transfer.keep(source);
        try {
            records.create(draft.with(id, FileData.withChecksum(data, md5)), caller);
        } catch (AppException e) {
            transfer.discard(source);
            throw e;
        }
        transfer.settle(source);
        return Json.response(201, Map.of("id", id));
    }

    private Response get(Request request, Caller caller) {
        return Json.response(200, shown(record(request, caller)));
    }

    private Response delete(Request request, Caller caller) {
        JsonNode record = record(request, caller);
        records.delete(request.variable("id"), caller);
        String source = FileData.source(record.path("data"));
        if (source == null) {
            // The record was none of a file. It is gone all the same, as elsewhere.
            throw new AppException(ErrorEnvelope.of(500, "internalError", "Internal server error"));
        }
        transfer.discard(source);
        return Response.empty(204);
    }

    private Response downloadUrl(Request request, Caller caller) {
        String expiryTime = request.query().get("expiryTime");
        FileTransfer.lifetime(expiryTime);
        JsonNode record = records.find(request.variable("id"), caller)
                .orElseThrow(() -> new AppException(404, "Not Found.", "File id not found."));
        String source = FileData.source(record.path("data"));
        return Json.response(200, Map.of("SignedUrl", transfer.download(request.origin(), source, expiryTime)));
    }

    private JsonNode record(Request request, Caller caller) {
        return records.find(request.variable("id"), caller)
                .orElseThrow(() -> new AppException(ErrorEnvelope.of(404, "notFound", "Record Not Found")));
    }

    private static ObjectNode shown(JsonNode record) {
        ObjectNode shown = Json.object();
        SHOWN.stream().filter(record::has).forEach(name -> shown.set(name, record.get(name)));
        shown.set("data", FileData.known(record.path("data")));
        return shown;
    }
}
