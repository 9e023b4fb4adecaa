package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists the records of a kind, page by page. */
final class RecordListing {

    private static final int MAX_IDS = 1000;
    private static final int MAX_RECORDS = 100;

    private final Records records;

    RecordListing(Records records) {
        this.records = records;
    }

    /** List ids, whoever may see the records: this is for administrators. */
    Response ids(Request request, Caller caller) {
        String kind = kind(request);
        int limit = number(request, MAX_IDS);
        return page(
                request,
                records.ofKind(kind, true),
                limit < 1 ? MAX_IDS : Math.min(limit, MAX_IDS),
                found -> found.id());
    }

    /** List whole records, of those the caller may see. */
    Response records(Request request, Caller caller) {
        int limit = number(request, MAX_RECORDS);
        if (limit < 1 || limit > MAX_RECORDS) {
            throw AppException.violations(List.of("Value for limit param should be between 1 and 100"));
        }
        boolean active = !Boolean.parseBoolean(request.query().get("deleted"));
        return page(
                request,
                records.ofKind(kind(request), active).stream()
                        .filter(record -> record.content().acl().isReadableBy(caller))
                        .toList(),
                limit,
                record -> (JsonNode) record.toJson(record.latest(), List.of()));
    }

    private static Response page(
            Request request, List<StoredRecord> all, int limit, Function<StoredRecord, Object> form) {
        String after = cursor(request.query().getOrDefault("cursor", ""));
        List<StoredRecord> rest =
                all.stream().filter(record -> record.id().compareTo(after) > 0).toList();
        List<StoredRecord> page = rest.stream().limit(limit).toList();
        String next =
                rest.size() > page.size() ? encoded(page.get(page.size() - 1).id()) : null;
        return Json.response(200, new Page(next, page.stream().map(form).toList()));
    }

    private static String kind(Request request) {
        String kind = request.query().getOrDefault("kind", "");
        if (!RecordId.KIND.matcher(kind).matches()) {
            throw AppException.violations(List.of("Invalid Kind param value."));
        }
        return kind;
    }

    private static int number(Request request, int otherwise) {
        try {
            return Integer.parseInt(request.query().getOrDefault("limit", String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            throw AppException.violations(List.of("limit must be a number"));
        }
    }

    private static String encoded(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("after " + id).getBytes(StandardCharsets.UTF_8));
    }

    private static String cursor(String text) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (decoded.startsWith("after ")) {
                return decoded.substring("after ".length());
            }
        } catch (IllegalArgumentException e) {
            // Not one of ours, as any other text.
        }
        throw new AppException(400, "Cursor invalid", "The requested cursor does not exist or is invalid");
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(@Nullable String cursor, List<Object> results) {}
}
