package io.github.osdutoken.cli.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One value, and where in a document it belongs.
 *
 * @param path the names that lead there; {@link #element} stands for an array's element
 * @param value a string, or a boolean
 * @param secret whether nobody may see it
 * @param initial whether a value that is already there stays
 */
record Entry(List<String> path, JsonNode value, boolean secret, boolean initial) {

    /** The step from a string into the JSON it holds. */
    static final String JSON_IN_STRING = "{}";

    /** Return the step to the object in an array whose {@code key} is this. */
    static String element(String key) {
        return "[" + key + "]";
    }

    static boolean isElement(String step) {
        return step.startsWith("[");
    }

    static String keyOfElement(String step) {
        return step.substring(1, step.length() - 1);
    }

    /** Return the last name, for documents that have no levels. */
    String name() {
        return path.get(path.size() - 1);
    }

    /** Return the same value as seen from further down. */
    Entry from(int depth) {
        return new Entry(path.subList(depth, path.size()), value, secret, initial);
    }

    String text() {
        return value.asText();
    }

    /** Tell where, and never what. */
    @Override
    public String toString() {
        return "Entry[" + String.join(" > ", path) + "]";
    }
}
