package io.github.osdutoken.cli.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of {@code NAME=value}, as shells and readers of {@code .env} files know them. */
final class Assignments implements MergingSyntax {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("^[ \\t]*(?:export[ \\t]+)?(?<name>[A-Za-z_][A-Za-z0-9_.]*)=", Pattern.MULTILINE);

    private static final Pattern SUBSTITUTION = Pattern.compile("`|\\$\\(");

    /** Finds where a value ends. */
    interface ValueEnd {

        /** Return the offset after the value that begins at an offset, or -1 when it does not end. */
        int after(String text, int start);
    }

    private final String prefix;
    private final ValueEnd valueEnd;
    private final UnaryOperator<String> quoting;

    Assignments(String prefix, ValueEnd valueEnd, UnaryOperator<String> quoting) {
        this.prefix = prefix;
        this.valueEnd = valueEnd;
        this.quoting = quoting;
    }

    @Override
    public String with(String existing, List<Entry> entries) throws MalformedDocumentException {
        Map<String, String> values = new LinkedHashMap<>();
        entries.forEach(entry -> values.put(entry.name(), quoting.apply(entry.text())));
        Map<String, String> missing = new LinkedHashMap<>(values);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        Matcher assignment = ASSIGNMENT.matcher(existing);
        while (copied <= existing.length() && assignment.find(copied)) {
            int end = valueEnd.after(existing, assignment.end());
            if (end < 0) {
                throw new MalformedDocumentException("the quotes of the value in line "
                        + Lines.numberAt(existing, assignment.end()) + " do not end");
            }
            String value = values.get(assignment.group("name"));
            missing.remove(assignment.group("name"));
            text.append(existing, copied, assignment.end());
            text.append(value == null ? existing.substring(assignment.end(), end) : value);
            copied = end;
        }
        text.append(existing, Math.min(copied, existing.length()), existing.length());
        String newline = Lines.newlineOf(existing);
        if (!missing.isEmpty()) {
            Lines.end(text, newline);
        }
        missing.forEach((name, value) ->
                text.append(prefix).append(name).append('=').append(value).append(newline));
        return text.toString();
    }

    /** A word of the shell ends at a blank or an operator that is not quoted; a substitution is left to the line's end. */
    static int endOfShellWord(String text, int start) {
        int at = start;
        while (at < text.length() && " \t\r\n;&|<>()".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            int end = c == '\'' ? text.indexOf('\'', at + 1) : c == '"' ? endOfDoubleQuotes(text, at) : at;
            if (end < 0) {
                return -1;
            }
            at = Math.min(text.length(), end + (c == '\\' ? 2 : 1));
        }
        int endOfLine = Lines.endOf(text, at);
        return SUBSTITUTION
                        .matcher(text.substring(start, at) + (at < endOfLine ? text.charAt(at) : ""))
                        .find()
                ? endOfLine
                : at;
    }

    /** A value of a .env file ends with its quotes, or at the line's end or a comment after a blank. */
    static int endOfDotenvValue(String text, int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        char first = at < text.length() ? text.charAt(at) : '\n';
        if (first == '"') {
            int end = endOfDoubleQuotes(text, at);
            return end < 0 ? -1 : end + 1;
        }
        if (first == '\'') {
            return text.indexOf('\'', at + 1) + 1 == 0 ? -1 : text.indexOf('\'', at + 1) + 1;
        }
        int endOfLine = Lines.endOf(text, at);
        int comment = text.substring(start, endOfLine).indexOf(" #");
        return comment < 0 ? endOfLine : start + comment;
    }

    private static int endOfDoubleQuotes(String text, int start) {
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                return at;
            }
        }
        return -1;
    }
}
