package io.github.osdutoken.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.cli.format.JsonSpans.Member;
import io.github.osdutoken.cli.format.JsonSpans.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON text, in which only our values are touched: comments, order, blanks and everything else stay. */
final class JsonDocument implements MergingSyntax {

    static final JsonMapper MAPPER = new JsonMapper(JsonSpans.FACTORY);

    /** What may follow a value on its line: a comma and a comment, which belong to it. */
    private static final Pattern REST_OF_LINE =
            Pattern.compile("[ \\t]*(?<comma>,?)[ \\t]*(//[^\\r\\n]*|/\\*[^\\r\\n]*?\\*/[ \\t]*)?(?=\\r?\\n|$)");

    private static final Pattern FIRST_INDENT = Pattern.compile("\\n([ \\t]+)\\S");

    @Override
    public String with(String existing, List<Entry> entries) throws MalformedDocumentException {
        String mark = existing.startsWith("\ufeff") ? "\ufeff" : "";
        String text = existing.substring(mark.length());
        if (text.isBlank()) {
            text = "{}\n";
        }
        for (Entry entry : entries) {
            text = set(text, entry);
        }
        return mark + text;
    }

    private static String set(String text, Entry entry) throws MalformedDocumentException {
        Span at = JsonSpans.of(text);
        for (int depth = 0; depth < entry.path().size(); depth++) {
            String step = entry.path().get(depth);
            if (!at.holds(step)) {
                throw new MalformedDocumentException("line " + Lines.numberAt(text, at.start())
                        + " should begin an " + (Entry.isElement(step) ? "array" : "object") + " with "
                        + (Entry.isElement(step) ? Entry.keyOfElement(step) : step));
            }
            Span next = at.member(step);
            if (next == null) {
                return inserted(text, at, entry, depth);
            }
            at = next;
        }
        if (!at.kind().isScalarValue()) {
            throw new MalformedDocumentException(
                    "line " + Lines.numberAt(text, at.start()) + " should have one value for " + entry.name());
        }
        return entry.initial()
                ? text
                : text.substring(0, at.start()) + written(entry.value()) + text.substring(at.end());
    }

    /** Return the text with what is missing from a level on, after the last member of that level. */
    private static String inserted(String text, Span parent, Entry entry, int depth) {
        Matcher firstIndent = FIRST_INDENT.matcher(text);
        boolean flat = !text.contains("\n");
        String unit = flat ? "" : firstIndent.find() ? firstIndent.group(1) : "  ";
        String outer = flat ? "" : Lines.indentAt(text, parent.start());
        String newline = flat ? "" : Lines.newlineOf(text);
        if (parent.members().isEmpty()) {
            int inside = parent.start() + 1;
            String between = text.substring(inside, parent.end() - 1);
            return text.substring(0, inside)
                    + newline
                    + outer
                    + unit
                    + member(entry, depth, outer + unit, unit, newline)
                    + (between.contains("\n") ? between : between + newline + outer)
                    + text.substring(parent.end() - 1);
        }
        Member first = parent.members().get(0);
        Member last = parent.members().get(parent.members().size() - 1);
        int end = last.value().end();
        if (!text.substring(parent.start(), first.start()).contains("\n")) {
            return text.substring(0, end) + ", " + member(entry, depth, outer, unit, newline) + text.substring(end);
        }
        String indent = Lines.indentAt(text, first.start());
        String added = newline + indent + member(entry, depth, indent, unit, newline);
        Matcher rest = REST_OF_LINE.matcher(text).region(end, text.length());
        if (!rest.lookingAt()) {
            return text.substring(0, end) + "," + added + text.substring(end);
        }
        return text.substring(0, end)
                + (rest.group("comma").isEmpty() ? "," : "")
                + text.substring(end, rest.end())
                + added
                + rest.group("comma")
                + text.substring(rest.end());
    }

    private static String member(Entry entry, int depth, String indent, String unit, String newline) {
        String step = entry.path().get(depth);
        String value = depth == entry.path().size() - 1
                ? written(entry.value())
                : nested(entry, depth + 1, indent, unit, newline);
        return Entry.isElement(step) ? value : quoted(step) + ": " + value;
    }

    private static String nested(Entry entry, int depth, String indent, String unit, String newline) {
        boolean array = Entry.isElement(entry.path().get(depth));
        String parent = entry.path().get(depth - 1);
        String inner = newline + indent + unit;
        return (array ? "[" : "{")
                + (Entry.isElement(parent) ? inner + "\"key\": " + quoted(Entry.keyOfElement(parent)) + "," : "")
                + inner
                + member(entry, depth, indent + unit, unit, newline)
                + newline
                + indent
                + (array ? "]" : "}");
    }

    static String quoted(String text) {
        return written(MAPPER.getNodeFactory().textNode(text));
    }

    private static String written(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value could not be written as JSON"); // without the cause: it may quote
        }
    }
}
