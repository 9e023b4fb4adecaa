package io.github.osdutoken.emulator.osdu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Searches that are read page by page, each by whom it was begun: the results as they were then. */
final class SearchCursors {

    /** As many as Elasticsearch keeps; the oldest goes. */
    private static final int MAX = 500;

    private final Map<String, Open> open = new LinkedHashMap<>();

    synchronized Page begin(Caller caller, List<SearchDocument> found, SearchRequest request) {
        if (open.size() == MAX) {
            open.remove(open.keySet().iterator().next());
        }
        return next(
                UUID.randomUUID().toString().replace("-", ""),
                new Open(caller.userId(), found, request.size(), request.fields(), request.total(found.size())));
    }

    synchronized Page next(String cursor, Caller caller) {
        Open rest = open.get(cursor);
        if (rest == null) {
            throw new AppException(400, "Can't find the given cursor", "The given cursor is invalid or expired");
        }
        if (!rest.owner().equals(caller.userId())) {
            throw new AppException(
                    403, "cursor issuer doesn't match the cursor consumer", "cursor sharing is forbidden");
        }
        return next(cursor, rest);
    }

    /** Return a page; the one after the last is empty and ends the cursor. */
    private Page next(String cursor, Open from) {
        int size = Math.min(from.size(), from.documents().size());
        List<SearchDocument> page = List.copyOf(from.documents().subList(0, size));
        if (page.isEmpty()) {
            open.remove(cursor);
            return new Page(null, List.of(), from.fields(), from.total());
        }
        List<SearchDocument> rest =
                new ArrayList<>(from.documents().subList(size, from.documents().size()));
        open.put(cursor, new Open(from.owner(), rest, from.size(), from.fields(), from.total()));
        return new Page(cursor, page, from.fields(), from.total());
    }

    record Page(@Nullable String cursor, List<SearchDocument> documents, List<String> fields, int total) {}

    private record Open(String owner, List<SearchDocument> documents, int size, List<String> fields, int total) {}
}
