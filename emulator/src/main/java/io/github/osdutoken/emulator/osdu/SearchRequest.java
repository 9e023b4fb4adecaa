package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.osdutoken.emulator.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a search asks for. What the emulator does not do it refuses, for a test would be misled if it were left out. */
record SearchRequest(
        @Nullable JsonNode kind,
        @Nullable String query,
        int limit,
        int offset,
        @Nullable List<String> returnedFields,
        @Nullable SearchOrder sort,
        @Nullable String aggregateBy,
        boolean queryAsOwner,
        boolean trackTotalCount,
        @Nullable String cursor) {

    private static final AppError INVALID =
            new AppError(400, "Bad Request", "Invalid parameters were given on search request");
    private static final Set<String> BOTH =
            Set.of("kind", "query", "limit", "returnedFields", "sort", "queryAsOwner", "trackTotalCount");
    private static final Set<String> PAGE_ONLY = Set.of("offset", "aggregateBy");
    private static final Set<String> CURSOR_ONLY = Set.of("cursor");
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 1000;

    /** As far as Elasticsearch pages and counts. */
    static final int WINDOW = 10_000;

    static SearchRequest page(Request request) {
        return read(request, PAGE_ONLY);
    }

    static SearchRequest cursor(Request request) {
        return read(request, CURSOR_ONLY);
    }

    int size() {
        return limit == 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT);
    }

    List<String> fields() {
        return returnedFields == null ? List.of() : returnedFields;
    }

    /** Return how many results the answer says there are: counting ends somewhere unless asked not to. */
    int total(int found) {
        return trackTotalCount ? found : Math.min(found, WINDOW);
    }

    /** Say what is wrong with it, if anything but its kind. */
    Optional<String> error() {
        if (limit < 0) {
            return Optional.of("'limit' must be equal or greater than 0");
        }
        if (offset < 0) {
            return Optional.of("'offset' must be equal or greater than 0");
        }
        if ((long) offset + size() > WINDOW) {
            return Optional.of("'offset' and 'limit' together must be equal or less than " + WINDOW);
        }
        if (aggregateBy != null && aggregateBy.indexOf('(') >= 0) {
            return Optional.of("The emulator cannot aggregate by " + aggregateBy);
        }
        return sort == null ? Optional.empty() : sort.error();
    }

    private static SearchRequest read(Request request, Set<String> others) {
        ObjectNode body = Json.read(request, new TypeReference<ObjectNode>() {}, INVALID);
        Set<String> unknown = new TreeSet<>();
        body.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(Map.Entry::getKey)
                .filter(name -> !BOTH.contains(name) && !others.contains(name))
                .forEach(unknown::add);
        body.path("sort").fieldNames().forEachRemaining(name -> {
            if (!name.equals("field") && !name.equals("order")) {
                unknown.add("sort." + name);
            }
        });
        if (!unknown.isEmpty()) {
            throw new AppException(
                    400, "Bad Request", "The emulator's search does not have " + String.join(", ", unknown));
        }
        return Json.read(request, new TypeReference<SearchRequest>() {}, INVALID);
    }

    /** Return how often each value of the field comes, the most frequent first. */
    List<Aggregation> aggregated(List<SearchDocument> documents) {
        if (aggregateBy == null) {
            return List.of();
        }
        String field = aggregateBy.replaceFirst("\\.keyword$", "");
        Map<String, Integer> counts = new TreeMap<>();
        documents.forEach(
                document -> document.values(field).distinct().forEach(value -> counts.merge(value, 1, Integer::sum)));
        List<Aggregation> all = new ArrayList<>();
        counts.forEach((key, count) -> all.add(new Aggregation(key, count)));
        all.sort((one, other) -> Integer.compare(other.count(), one.count()));
        return all.stream().limit(MAX_LIMIT).toList();
    }

    record Aggregation(String key, int count) {}
}
