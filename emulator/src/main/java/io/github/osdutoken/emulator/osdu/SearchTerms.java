package io.github.osdutoken.emulator.osdu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a Lucene query that tests use: {@code *}, {@code field:"value"}, {@code field:val*}, {@code "value"},
 * joined with AND. Anything else is refused rather than misread.
 */
final class SearchTerms {

    private static final Pattern TERM =
            Pattern.compile("(?:([\\w.\\-]+):)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|((?:[^\\s\"()\\[\\]{}:\\\\]|\\\\.)+))");
    private static final String KEYWORD = ".keyword";
    private static final Pattern AND = Pattern.compile("\\s+(?:AND|&&)\\s+");
    private static final List<String> OPERATORS = List.of("AND", "OR", "NOT", "&&", "||", "!");

    private final List<Term> terms;

    private SearchTerms(List<Term> terms) {
        this.terms = terms;
    }

    static SearchTerms parse(String query) {
        List<Term> terms = new ArrayList<>();
        String text = query.strip();
        Matcher term = TERM.matcher(text);
        Matcher and = AND.matcher(text);
        int at = 0;
        while (at < text.length()) {
            boolean joined = at == 0 || and.region(at, text.length()).lookingAt();
            int start = at == 0 || !joined ? at : and.end();
            if (!joined || !term.region(start, text.length()).lookingAt() || isOperator(term.group(3))) {
                throw new AppException(
                        400,
                        "Bad Request",
                        "The emulator's search understands *, field:\"value\" and AND, not: " + text);
            }
            terms.add(term(term.group(1), term.group(2), term.group(3)));
            at = term.end();
        }
        return new SearchTerms(terms);
    }

    boolean match(SearchDocument document) {
        return terms.stream().allMatch(term -> term.match(document));
    }

    private static boolean isOperator(@Nullable String word) {
        return word != null && (OPERATORS.contains(word) || word.startsWith("!") || word.startsWith("-"));
    }

    private static Term term(@Nullable String field, @Nullable String quoted, @Nullable String word) {
        boolean text = field == null || (field.startsWith("data.") && !field.endsWith(KEYWORD));
        String regex = quoted == null ? regex(String.valueOf(word), true) : regex(quoted, false);
        return new Term(
                field == null || !field.endsWith(KEYWORD)
                        ? field
                        : field.substring(0, field.length() - KEYWORD.length()),
                // A text field is found by any phrase in it, whatever the case; other fields only by all they hold.
                text
                        ? Pattern.compile(
                                "(?s)(?:.*\\W)?" + regex + "(?:\\W.*)?",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        : Pattern.compile("(?s)" + regex));
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

    private record Term(@Nullable String field, Pattern value) {

        boolean match(SearchDocument document) {
            Stream<String> values = field == null ? document.values() : document.values(field);
            return values.anyMatch(candidate -> value.matcher(candidate).matches());
        }
    }
}
