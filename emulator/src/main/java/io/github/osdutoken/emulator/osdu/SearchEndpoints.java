package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Search v2: records by kind and query. Results come in the order of writing unless sorted. */
final class SearchEndpoints {

    private static final Set<String> USERS = Set.of("service.search.user", "service.search.admin");

    private final SearchIndex index;
    private final SearchCursors cursors = new SearchCursors();

    SearchEndpoints(SearchIndex index) {
        this.index = index;
    }

    void mount(ServiceRoutes routes) {
        routes.open("/info", () -> VersionInfo.of(Service.SEARCH))
                .open("/liveness_check", () -> Response.of(200, "text/plain", "Search Service is alive"))
                .open("/readiness_check", () -> Response.of(200, "text/plain", "Search Service is ready"))
                .on("POST", "/query", USERS, this::query)
                .on("POST", "/query_with_cursor", USERS, this::queryWithCursor)
                .end();
    }

    private Response query(Request request, Caller caller) {
        requireDataGroup(caller);
        SearchRequest query = SearchRequest.page(request);
        return answer(query, caller, found -> {
            List<JsonNode> results = found.stream()
                    .skip(query.offset())
                    .limit(query.size())
                    .map(document -> (JsonNode) document.pick(query.fields()))
                    .toList();
            return Json.response(200, new Answer(results, query.aggregated(found), query.total(found.size())));
        });
    }

    private Response queryWithCursor(Request request, Caller caller) {
        requireDataGroup(caller);
        SearchRequest query = SearchRequest.cursor(request);
        return query.cursor() == null
                ? answer(query, caller, found -> page(cursors.begin(caller, found, query)))
                : page(cursors.next(query.cursor(), caller));
    }

    private Response answer(SearchRequest query, Caller caller, Answering answering) {
        SearchKinds kinds;
        try {
            kinds = SearchKinds.of(query.kind());
        } catch (IllegalArgumentException e) {
            return invalid(String.valueOf(e.getMessage()));
        }
        Optional<String> error = query.error();
        if (error.isPresent()) {
            return invalid(error.get());
        }
        Predicate<SearchDocument> terms = SearchQueryParser.parse(query.query() == null ? "" : query.query());
        List<SearchDocument> found = index.records().stream()
                .filter(record -> kinds.match(record.content().kind()))
                .filter(record -> query.queryAsOwner()
                        ? record.content().acl().isWritableBy(caller)
                        : record.content().acl().isReadableBy(caller))
                .map(SearchDocument::of)
                .filter(terms)
                .toList();
        return answering.answer(query.sort() == null ? found : query.sort().sorted(found));
    }

    private static Response page(SearchCursors.Page page) {
        List<JsonNode> results = page.documents().stream()
                .map(document -> (JsonNode) document.pick(page.fields()))
                .toList();
        return Json.response(200, new CursorAnswer(page.cursor(), results, page.total()));
    }

    private static void requireDataGroup(Caller caller) {
        if (!caller.hasDataGroup()) {
            throw new AppException(AppError.accessDenied(403));
        }
    }

    private static Response invalid(String error) {
        return Json.response(
                400,
                new Invalid(400, "Bad Request", "Invalid parameters were given on search request", List.of(error)));
    }

    @FunctionalInterface
    private interface Answering {

        Response answer(List<SearchDocument> found);
    }

    record Answer(List<JsonNode> results, List<SearchRequest.Aggregation> aggregations, long totalCount) {}

    record CursorAnswer(@Nullable String cursor, List<JsonNode> results, long totalCount) {}

    /** The one error body with a fourth field: search says what is wrong with which parameter. */
    record Invalid(int code, String reason, String message, List<String> errors) {}
}
