package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The kinds a search is about: one, several with commas or in an array, each perhaps with {@code *} in it. */
final class SearchKinds {

    private static final Pattern FORM = Pattern.compile("[\\w\\-.*]+:[\\w\\-.*]+:[\\w\\-.*]+:[\\d.*]+");

    private final List<Pattern> patterns;

    private SearchKinds(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Read the kinds.
     *
     * @throws IllegalArgumentException if there is none, or one is malformed; the message is search's own
     */
    static SearchKinds of(@Nullable JsonNode kind) {
        List<String> kinds = kind == null
                ? List.of()
                : (kind.isArray() ? StreamSupport.stream(kind.spliterator(), false) : Stream.of(kind))
                        .flatMap(node -> Stream.of(node.asText("").split(",", -1)))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("Record kind can't be null or empty");
        }
        for (String one : kinds) {
            if (!FORM.matcher(one).matches()) {
                throw new IllegalArgumentException("Not a valid record kind format. Found: " + one);
            }
        }
        return new SearchKinds(kinds.stream().map(SearchKinds::pattern).toList());
    }

    boolean match(String kind) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(kind).matches());
    }

    private static Pattern pattern(String kind) {
        // Search keeps kinds as index names, which are in lower case.
        return Pattern.compile(kind.replace(".", "\\.").replace("*", ".*"), Pattern.CASE_INSENSITIVE);
    }
}
