package io.github.osdutoken.cli.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Which facts a tool reads, under which names, in the tool's own order. */
final class Layout {

    private record Row(
            List<String> path,
            @Nullable Fact fact,
            @Nullable JsonNode constant,
            boolean initial) {}

    private final List<Row> rows = new ArrayList<>();
    private List<String> start = List.of();

    /** The names that follow lie below these. */
    Layout below(String... steps) {
        start = List.of(steps);
        return this;
    }

    Layout with(String name, Fact fact) {
        rows.add(new Row(under(start, name), fact, null, false));
        return this;
    }

    /** The value is always this. */
    Layout always(String name, String value) {
        rows.add(new Row(under(start, name), null, TextNode.valueOf(value), false));
        return this;
    }

    /** The value is this unless there is another. */
    Layout initially(String name, String value) {
        rows.add(new Row(under(start, name), null, TextNode.valueOf(value), true));
        return this;
    }

    Layout initially(String name, boolean value) {
        rows.add(new Row(under(start, name), null, BooleanNode.valueOf(value), true));
        return this;
    }

    /** Return what is known. */
    List<Entry> entries(Issued issued) {
        return entries(issued, (path, fact) -> path);
    }

    /** Return what is known, at places that depend on more than this table. */
    List<Entry> entries(Issued issued, BiFunction<List<String>, @Nullable Fact, List<String>> place) {
        List<Entry> entries = new ArrayList<>();
        for (Row row : rows) {
            Fact fact = row.fact;
            String known = fact == null ? null : fact.in(issued);
            JsonNode value = known == null ? row.constant : TextNode.valueOf(known);
            if (value != null) {
                entries.add(new Entry(place.apply(row.path, fact), value, fact != null && fact.secret(), row.initial));
            }
        }
        return entries;
    }

    static List<String> under(List<String> start, String... steps) {
        List<String> path = new ArrayList<>(start);
        path.addAll(List.of(steps));
        return List.copyOf(path);
    }
}
