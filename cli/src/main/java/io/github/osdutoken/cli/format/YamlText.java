package io.github.osdutoken.cli.format;

import java.util.List;

/** New lines of YAML. Strings are always quoted, so that none is taken for a number or a truth. */
final class YamlText {

    private YamlText() {}

    static String value(Entry entry) {
        return entry.value().isTextual() ? quoted(entry.text()) : entry.text();
    }

    static String quoted(String text) {
        boolean printable = text.codePoints().noneMatch(Character::isISOControl);
        return printable ? "'" + text.replace("'", "''") + "'" : JsonDocument.quoted(text);
    }

    /** Return a string that holds JSON with one value. */
    static String json(Entry inside) {
        try {
            return quoted(new JsonDocument().with("{}", List.of(inside)));
        } catch (MalformedDocumentException e) {
            throw new IllegalStateException("An empty object is no malformed one");
        }
    }

    /** Return what a path leads to from a level on, one level a line; the first line is to be indented by the caller. */
    static String block(Entry entry, int depth, String indent, String unit, String newline) {
        String name = entry.path().get(depth) + ":";
        if (depth == entry.path().size() - 1) {
            return name + " " + value(entry);
        }
        if (entry.path().get(depth + 1).equals(Entry.JSON_IN_STRING)) {
            return name + " " + json(entry.from(depth + 2));
        }
        return name + newline + indent + unit + block(entry, depth + 1, indent + unit, unit, newline);
    }

    /** The same on one line. */
    static String flow(Entry entry, int depth) {
        String name = entry.path().get(depth) + ": ";
        if (depth == entry.path().size() - 1) {
            return name + value(entry);
        }
        return entry.path().get(depth + 1).equals(Entry.JSON_IN_STRING)
                ? name + json(entry.from(depth + 2))
                : name + "{" + flow(entry, depth + 1) + "}";
    }
}
