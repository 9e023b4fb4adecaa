package io.github.osdutoken.emulator.osdu;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a field, or of any, a search is for.
 *
 * @param field the field's name, or {@code null} for any
 */
record SearchTerm(@Nullable String field, Predicate<String> value) implements Predicate<SearchDocument> {

    private static final String KEYWORD = ".keyword";

    @Override
    public boolean test(SearchDocument document) {
        Stream<String> values = field == null ? document.values() : document.values(field);
        return values.anyMatch(value);
    }

    /** Find a word, which may have {@code *} and {@code ?} in it. */
    static SearchTerm word(@Nullable String field, String word) {
        return of(field, regex(word, true));
    }

    /** Find a phrase, as it is. */
    static SearchTerm phrase(@Nullable String field, String phrase) {
        return of(field, regex(phrase, false));
    }

    /** Find whatever has the field at all. */
    static SearchTerm exists(String field) {
        return new SearchTerm(plain(field), value -> true);
    }

    /** Find what is between two values, either of which may be {@code *}. */
    static SearchTerm range(@Nullable String field, String from, boolean open, String to, boolean openAtEnd) {
        return new SearchTerm(
                plain(field),
                value -> (from.equals("*") || SearchOrder.compare(value, from) >= (open ? 1 : 0))
                        && (to.equals("*") || SearchOrder.compare(value, to) <= (openAtEnd ? -1 : 0)));
    }

    private static SearchTerm of(@Nullable String field, String regex) {
        boolean text = field == null || (field.startsWith("data.") && !field.endsWith(KEYWORD));
        // A text field is found by any phrase in it, whatever the case; other fields only by all they hold.
        Pattern pattern = text
                ? Pattern.compile(
                        "(?s)(?:.*\\W)?" + regex + "(?:\\W.*)?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                : Pattern.compile("(?s)" + regex);
        return new SearchTerm(plain(field), value -> pattern.matcher(value).matches());
    }

    private static @Nullable String plain(@Nullable String field) {
        return field == null || !field.endsWith(KEYWORD)
                ? field
                : field.substring(0, field.length() - KEYWORD.length());
    }

    private static String regex(String value, boolean wildcards) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                regex.append(Pattern.quote(value.substring(i, i + 1)));
            } else if (wildcards && c == '*') {
                regex.append(".*");
            } else if (wildcards && c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
