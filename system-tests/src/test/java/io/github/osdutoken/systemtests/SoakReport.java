package io.github.osdutoken.systemtests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured at the end of each day, and whether any of it grows. */
final class SoakReport {

    /**
     * Something that must not grow.
     *
     * @param what what it is
     * @param allowed by how much the last third's median may be over the first one's
     */
    record Row(String what, long allowed) {}

    static final Row HEAP = new Row("heap after a collection, kB", 1024);
    static final Row OBJECTS = new Row("objects of the product's classes", 25);
    static final Row CLASSES = new Row("classes loaded", 50);
    static final Row THREADS = new Row("threads, idle ones of Selenium's HTTP clients apart", 2);
    static final Row DESCRIPTORS = new Row("open files and connections", 2);
    static final Row PROCESSES = new Row("processes", 0);
    static final Row CACHE = new Row("files in the cache folder, former passwords' apart", 0);
    static final Row TEMPORARY = new Row("files and folders in the temporary folder", 0);
    static final Row TRACES = new Row("traces, those of refused sign-ins apart", 0);

    private final Map<Row, List<Long>> measured = new LinkedHashMap<>();

    void add(Row row, long value) {
        measured.computeIfAbsent(row, one -> new ArrayList<>()).add(value);
    }

    /** Return a table of medians. */
    List<String> table() {
        List<String> lines = new ArrayList<>(List.of(
                "| median of | first third | second third | last third | may grow by |", "|---|---|---|---|---|"));
        measured.forEach((row, values) -> lines.add("| %s | %,d | %,d | %,d | %,d |"
                .formatted(row.what, third(values, 0), third(values, 1), third(values, 2), row.allowed)));
        return lines;
    }

    /** Return what has grown. */
    List<String> grown() {
        return measured.entrySet().stream()
                .filter(one -> third(one.getValue(), 2) - third(one.getValue(), 0) > one.getKey().allowed)
                .map(one -> one.getKey().what + ": " + one.getValue())
                .toList();
    }

    private static long third(List<Long> values, int which) {
        int size = values.size();
        List<Long> third = values.subList(size * which / 3, size * (which + 1) / 3).stream()
                .sorted()
                .toList();
        return third.get(third.size() / 2);
    }
}
