package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Storage v2: records. */
final class StorageEndpoints {

    private static final Set<String> ADMINS = Set.of("service.storage.admin");
    static final Set<String> CREATORS = Set.of("service.storage.creator", "service.storage.admin");
    static final Set<String> VIEWERS =
            Set.of("service.storage.viewer", "service.storage.creator", "service.storage.admin");

    private final RecordIngestion ingestion;
    private final RecordReading reading;
    private final RecordListing listing;
    private final RecordPatching patching;
    private final RecordDeletion deletion;

    StorageEndpoints(
            RecordIngestion ingestion,
            RecordReading reading,
            RecordListing listing,
            RecordPatching patching,
            RecordDeletion deletion) {
        this.ingestion = ingestion;
        this.reading = reading;
        this.listing = listing;
        this.patching = patching;
        this.deletion = deletion;
    }

    void mount(ServiceRoutes routes) {
        routes.open("/info", () -> VersionInfo.of(Service.STORAGE))
                .open("/liveness_check", () -> Response.of(200, "text/plain", "Storage service is alive."))
                .on("PUT", "/records", CREATORS, this::put)
                .on("PATCH", "/records", CREATORS, this::patch)
                .on("GET", "/records", VIEWERS, listing::records)
                .on("POST", "/records/delete", CREATORS, this::deleteAll)
                .on("POST", "/records/{id}:delete", CREATORS, this::delete)
                .on("GET", "/records/versions/{id}", VIEWERS, this::versions)
                .on("GET", "/records/{id}", VIEWERS, this::latest)
                .on("PATCH", "/records/{id}", CREATORS, this::merge)
                .on("DELETE", "/records/{id}", ADMINS, this::purge)
                .on("DELETE", "/records/{id}/versions", ADMINS, this::purgeVersions)
                .on("GET", "/records/{id}/{version}", VIEWERS, this::version)
                .on("GET", "/query/records", ADMINS, listing::ids)
                .on("POST", "/query/records", VIEWERS, this::batch)
                // Kinds are the schema service's; storage's own list of them is switched off everywhere.
                .on("GET", "/query/kinds", CREATORS, (request, caller) -> Response.empty(404))
                .on("POST", "/query/records:batch", VIEWERS, this::fetch)
                .end();
    }

    private Response put(Request request, Caller caller) {
        return Json.response(
                201,
                ingestion.put(
                        Json.read(request, new TypeReference<List<RecordDraft>>() {}),
                        Boolean.parseBoolean(request.query().get("skipdupes")),
                        caller));
    }

    private Response latest(Request request, Caller caller) {
        return Json.response(200, reading.latest(request.variable("id"), attributes(request), caller));
    }

    private Response version(Request request, Caller caller) {
        return Json.response(
                200, reading.version(request.variable("id"), request.variable("version"), attributes(request), caller));
    }

    private Response versions(Request request, Caller caller) {
        return Json.response(200, reading.versions(request.variable("id"), caller));
    }

    private Response batch(Request request, Caller caller) {
        BatchRequest body = Json.read(request, new TypeReference<BatchRequest>() {});
        if (body.records() == null || body.records().isEmpty()) {
            throw new AppException(400, "Validation error.", "The list of record IDs cannot be empty");
        }
        if (body.records().size() > 100) {
            throw new AppException(
                    400, "Validation error.", "No more than 100 records can be retrieved in a single request");
        }
        List<String> attributes = body.attributes() == null ? List.of() : body.attributes();
        return Json.response(200, reading.batch(body.records(), attributes, caller));
    }

    private Response fetch(Request request, Caller caller) {
        BatchRequest body = Json.read(request, new TypeReference<BatchRequest>() {});
        if (body.records() == null || body.records().isEmpty()) {
            throw AppException.violations(List.of("The list of record IDs cannot be empty"));
        }
        if (body.records().size() > 20) {
            throw AppException.violations(List.of("Up to 20 records can be fetched at a time"));
        }
        return Json.response(200, reading.fetch(body.records(), request.header("frame-of-reference"), caller));
    }

    private Response patch(Request request, Caller caller) {
        String type = mediaType(request);
        if (type.equals("application/json-patch+json")) {
            PatchBodies.PatchResult result =
                    patching.patch(Json.read(request, new TypeReference<PatchBodies.PatchRequest>() {}), caller);
            return Json.response(result.status(), result);
        }
        if (type.equals("application/json")) {
            PatchBodies.BulkResult result =
                    patching.bulk(Json.read(request, new TypeReference<PatchBodies.BulkRequest>() {}), caller);
            return Json.response(result.status(), result);
        }
        throw unsupported(type);
    }

    private Response merge(Request request, Caller caller) {
        String type = mediaType(request);
        if (!type.equals("application/merge-patch+json")) {
            throw unsupported(type);
        }
        return Json.response(
                200,
                patching.merge(request.variable("id"), Json.read(request, new TypeReference<ObjectNode>() {}), caller));
    }

    private static String mediaType(Request request) {
        String type = request.header("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static AppException unsupported(String type) {
        return new AppException(
                415, "Unsupported Media Type", "Content type '" + type + "' is not supported by this operation");
    }

    private Response purgeVersions(Request request, Caller caller) {
        deletion.purgeVersions(request.variable("id"), request.query(), caller);
        return Response.empty(204);
    }

    private Response delete(Request request, Caller caller) {
        deletion.delete(request.variable("id"), caller);
        return Response.empty(204);
    }

    private Response deleteAll(Request request, Caller caller) {
        List<RecordDeletion.NotDeleted> left =
                deletion.deleteAll(Json.read(request, new TypeReference<List<String>>() {}), caller);
        return left.isEmpty() ? Response.empty(204) : Json.response(207, left);
    }

    private Response purge(Request request, Caller caller) {
        deletion.purge(request.variable("id"), caller);
        return Response.empty(204);
    }

    /** Return the values of the query parameter {@code attribute}, which is repeated, or a list with commas. */
    private static List<String> attributes(Request request) {
        return request.queryValues("attribute").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .toList();
    }

    record BatchRequest(
            @Nullable List<String> records, @Nullable List<String> attributes) {}
}
