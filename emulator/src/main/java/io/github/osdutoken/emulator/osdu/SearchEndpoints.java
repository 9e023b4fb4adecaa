package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Search v2: records by kind and query. Results come in the order of writing; sort and aggregateBy are ignored. */
final class SearchEndpoints {

    private static final Set<String> USERS = Set.of("service.search.user", "service.search.admin");
    private static final AppError INVALID =
            new AppError(400, "Bad Request", "Invalid parameters were given on search request");
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 1000;

    private final SearchIndex index;

    SearchEndpoints(SearchIndex index) {
        this.index = index;
    }

    void mount(ServiceRoutes routes) {
        routes.open("/info", () -> VersionInfo.of(Service.SEARCH))
                .open("/liveness_check", () -> Response.of(200, "text/plain", "Search Service is alive"))
                .open("/readiness_check", () -> Response.of(200, "text/plain", "Search Service is ready"))
                .on("POST", "/query", USERS, this::query)
                .end();
    }

    private Response query(Request request, Caller caller) {
        if (!caller.hasDataGroup()) {
            throw new AppException(AppError.accessDenied(403));
        }
        Query query = Json.read(request, new TypeReference<Query>() {}, INVALID);
        SearchKinds kinds;
        try {
            kinds = SearchKinds.of(query.kind());
        } catch (IllegalArgumentException e) {
            return invalid(String.valueOf(e.getMessage()));
        }
        if (query.limit() < 0) {
            return invalid("'limit' must be equal or greater than 0");
        }
        if (query.offset() < 0) {
            return invalid("'offset' must be equal or greater than 0");
        }
        SearchTerms terms = SearchTerms.parse(query.query() == null ? "*" : query.query());
        List<SearchDocument> found = index.records().stream()
                .filter(record -> kinds.match(record.content().kind()))
                .filter(record -> query.queryAsOwner()
                        ? record.content().acl().isWritableBy(caller)
                        : record.content().acl().isReadableBy(caller))
                .map(SearchDocument::of)
                .filter(terms::match)
                .toList();
        List<String> fields = query.returnedFields() == null ? List.of() : query.returnedFields();
        return Json.response(
                200,
                new Answer(
                        found.stream()
                                .skip(query.offset())
                                .limit(query.limit() == 0 ? DEFAULT_LIMIT : Math.min(query.limit(), MAX_LIMIT))
                                .map(document -> (JsonNode) document.pick(fields))
                                .toList(),
                        List.of(),
                        found.size()));
    }

    private static Response invalid(String error) {
        return Json.response(400, new Invalid(INVALID.code(), INVALID.reason(), INVALID.message(), List.of(error)));
    }

    record Query(
            @Nullable JsonNode kind,
            @Nullable String query,
            int limit,
            int offset,
            @Nullable List<String> returnedFields,
            boolean queryAsOwner) {}

    record Answer(List<JsonNode> results, List<String> aggregations, long totalCount) {}

    /** The one error body with a fourth field: search says what is wrong with which parameter. */
    record Invalid(int code, String reason, String message, List<String> errors) {}
}
