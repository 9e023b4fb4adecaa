package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.List;
import java.util.Set;

/** Schema v1: the schemas of the data partition. There are none of the system's, and no way to make one. */
final class SchemaEndpoints {

    private static final Set<String> EDITORS = Set.of("service.schema-service.editors");
    private static final Set<String> VIEWERS = Set.of("service.schema-service.viewers");

    private static final ErrorBody UNREADABLE = ErrorEnvelope.badRequest("Bad Request. Invalid Input.");

    private final Schemas schemas;

    SchemaEndpoints(Schemas schemas) {
        this.schemas = schemas;
    }

    void mount(ServiceRoutes routes) {
        routes.open("/info", () -> VersionInfo.of(Service.SCHEMA))
                .open("/liveness_check", () -> Response.of(200, "text/plain", "Schema service is alive."))
                .on("POST", "/schema", EDITORS, this::create)
                .on("PUT", "/schema", EDITORS, this::upsert)
                .on("GET", "/schema", VIEWERS, this::list)
                .on("GET", "/schema/{id}", VIEWERS, this::get)
                .end();
    }

    private Response create(Request request, Caller caller) {
        return Json.response(201, schemas.create(read(request), caller));
    }

    private Response upsert(Request request, Caller caller) {
        SchemaDraft draft = read(request);
        return schemas.update(draft, caller)
                .map(info -> Json.response(200, info))
                .orElseGet(() -> Json.response(201, schemas.create(draft, caller)));
    }

    private Response get(Request request, Caller caller) {
        return schemas.find(request.variable("id"))
                .map(found -> Json.response(200, found.schema()))
                .orElseThrow(() -> new AppException(ErrorEnvelope.of(404, "notFound", "Schema is not present")));
    }

    private Response list(Request request, Caller caller) {
        SchemaQuery query = SchemaQuery.of(request.query());
        List<SchemaInfo> found = query.select(schemas.all());
        List<SchemaInfo> page =
                found.stream().skip(query.offset()).limit(query.limit()).toList();
        return Json.response(200, new SchemaList(page, query.offset(), page.size(), found.size()));
    }

    private static SchemaDraft read(Request request) {
        SchemaDraft draft = Json.read(request, new TypeReference<SchemaDraft>() {}, UNREADABLE);
        List<String> violations = draft.violations();
        if (!violations.isEmpty()) {
            throw new AppException(ErrorEnvelope.violations(violations));
        }
        return draft;
    }

    record SchemaList(List<SchemaInfo> schemaInfos, int offset, int count, int totalCount) {}
}
