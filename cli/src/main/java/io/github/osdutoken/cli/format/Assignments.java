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
            Pattern.compile("[ \\t]*(?:export[ \\t]+)?(?<name>[A-Za-z_][A-Za-z0-9_.]*)=");

    /** Finds where a value, or the rest of a line, ends. */
    @FunctionalInterface
    interface End {

        /** Return the offset after what begins at an offset, or -1 when it does not end. */
        int after(String text, int start);
    }

    private final String prefix;
    private final End valueEnd;
    private final End lineEnd;
    private final UnaryOperator<String> quoting;

    Assignments(String prefix, End valueEnd, End lineEnd, UnaryOperator<String> quoting) {
        this.prefix = prefix;
        this.valueEnd = valueEnd;
        this.lineEnd = lineEnd;
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
        for (int at = 0; at < existing.length(); at = startOfNext(existing, at)) {
            if (!assignment.region(at, existing.length()).lookingAt()) {
                continue;
            }
            int start = assignment.end();
            at = valueEnd.after(existing, start);
            if (at < 0) {
                throw new MalformedDocumentException(
                        "the quotes of the value in line " + Lines.numberAt(existing, start) + " do not end");
            }
            String value = values.get(assignment.group("name"));
            if (value != null) {
                missing.remove(assignment.group("name"));
                text.append(existing, copied, start).append(value);
                copied = at;
            }
        }
        text.append(existing, copied, existing.length());
        String newline = Lines.newlineOf(existing);
        if (!missing.isEmpty()) {
            Lines.end(text, newline);
        }
        missing.forEach((name, value) ->
                text.append(prefix).append(name).append('=').append(value).append(newline));
        return text.toString();
    }

    /** Return the start of the next line that is not part of something begun before. */
    private int startOfNext(String text, int at) {
        int newline = text.indexOf('\n', lineEnd.after(text, at));
        return newline < 0 ? text.length() : newline + 1;
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
