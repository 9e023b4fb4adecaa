package io.github.osdutoken.emulator.osdu;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the queries suites write: words with wildcards, phrases, fields, ranges, {@code _exists_}, AND, OR, NOT, groups
 * and {@code nested(path, (…))}. Anything else (fuzziness, boosts, regular expressions) is refused rather than misread.
 *
 * <p>Not Lucene's own parser: it brings three jars of an index that nothing here has, and knows no {@code nested}.
 */
final class SearchQueryParser {

    private static final int DEEPEST = 50;
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern AND = Pattern.compile("(?:AND(?=[\\s(])|&&)\\s*");
    private static final Pattern OR = Pattern.compile("(?:OR(?=[\\s(])|\\|\\|)\\s*");
    private static final Pattern NOT = Pattern.compile("(?:NOT(?=[\\s(])\\s*|[!-])");
    private static final Pattern PLUS = Pattern.compile("\\+");
    private static final Pattern NESTED = Pattern.compile("nested\\s*\\(\\s*([\\w.\\-]+)\\s*,\\s*\\(");
    private static final Pattern FIELD = Pattern.compile("((?:[\\w.\\-])+):\\s*");
    private static final Pattern OPEN = Pattern.compile("\\(");
    private static final Pattern CLOSE = Pattern.compile("\\s*\\)");
    private static final Pattern PHRASE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?![~^\\w])");
    private static final String VALUE = "(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"\\[\\]{}()]+)";
    private static final Pattern RANGE =
            Pattern.compile("([\\[{])\\s*" + VALUE + "\\s+TO\\s+" + VALUE + "\\s*([\\]}])(?!\\^)");
    private static final Pattern COMPARISON = Pattern.compile("([<>]=?)" + VALUE);
    private static final Pattern WORD = Pattern.compile(
            "(?:[^\\s\"()\\[\\]{}:\\\\/~^<>=!+\\-&|]|\\\\.)(?:[^\\s\"()\\[\\]{}:\\\\/~^]|\\\\.)*(?![\"\\[\\]{:/~^])");
    private static final Pattern OPERATOR = Pattern.compile("AND|OR|NOT|TO");

    private final String text;
    private int at;
    private int depth;

    private SearchQueryParser(String text) {
        this.text = text;
    }

    static Predicate<SearchDocument> parse(String query) {
        SearchQueryParser parser = new SearchQueryParser(query.strip());
        if (parser.text.isEmpty()) {
            return document -> true;
        }
        Predicate<SearchDocument> parsed = parser.clauses(null);
        if (parser.at < parser.text.length()) {
            throw parser.misread();
        }
        return parsed;
    }

    private Predicate<SearchDocument> clauses(@Nullable String field) {
        if (++depth > DEEPEST) {
            throw misread();
        }
        SearchClauses clauses = new SearchClauses();
        take(SPACE);
        boolean and = false;
        do {
            boolean plus = take(PLUS) != null;
            boolean not = take(NOT) != null;
            clauses.add(clause(field), and, plus, not);
            int end = at;
            take(SPACE);
            and = take(AND) != null;
            if (!and && take(OR) == null && (at == end || at == text.length())) {
                at = end;
                break;
            }
        } while (at == text.length() || text.charAt(at) != ')');
        depth--;
        return clauses.query();
    }

    private Predicate<SearchDocument> clause(@Nullable String outer) {
        Matcher nested = take(NESTED);
        if (nested != null) {
            Predicate<SearchDocument> query = closed(clauses(null));
            need(CLOSE);
            String path = nested.group(1);
            return document -> document.nested(path).anyMatch(query);
        }
        Matcher named = take(FIELD);
        String field = named == null ? outer : named.group(1);
        if (take(OPEN) != null) {
            return closed(clauses(field));
        }
        if ("_exists_".equals(field)) {
            return SearchTerm.exists(need(WORD).group());
        }
        Matcher phrase = take(PHRASE);
        if (phrase != null) {
            return SearchTerm.phrase(field, phrase.group(1));
        }
        Matcher range = field == null ? null : take(RANGE);
        if (range != null) {
            return SearchTerm.range(
                    field,
                    bare(range.group(2)),
                    range.group(1).equals("{"),
                    bare(range.group(3)),
                    range.group(4).equals("}"));
        }
        Matcher comparison = field == null ? null : take(COMPARISON);
        if (comparison != null) {
            boolean open = comparison.group(1).length() == 1;
            String value = bare(comparison.group(2));
            return comparison.group(1).startsWith(">")
                    ? SearchTerm.range(field, value, open, "*", false)
                    : SearchTerm.range(field, "*", false, value, open);
        }
        return word(field, need(WORD).group());
    }

    private Predicate<SearchDocument> word(@Nullable String field, String word) {
        if (OPERATOR.matcher(word).matches()) {
            throw misread();
        }
        if (word.equals("*")) {
            return field == null || field.equals("*") ? document -> true : SearchTerm.exists(field);
        }
        return SearchTerm.word(field, word);
    }

    private Predicate<SearchDocument> closed(Predicate<SearchDocument> query) {
        need(CLOSE);
        return query;
    }

    private static String bare(String value) {
        String inner = value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
        return inner.replaceAll("\\\\(.)", "$1");
    }

    private Matcher need(Pattern pattern) {
        Matcher found = take(pattern);
        if (found == null) {
            throw misread();
        }
        return found;
    }

    private @Nullable Matcher take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    private AppException misread() {
        return new AppException(
                400,
                "Bad Request",
                "The emulator's search could not read the query from character " + (at + 1) + " on: " + text);
    }
}
