package io.github.osdutoken.cli.format;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** An environment as Postman exports and imports it: variables are the elements of an array, each with its key. */
final class PostmanEnvironment {

    private PostmanEnvironment() {}

    static List<Entry> entries(Issued issued, String style) {
        List<Entry> entries = new ArrayList<>();
        entries.add(initially(List.of("name"), "osdu-token " + issued.profile().name()));
        for (Entry variable : Layouts.postman(style).entries(issued)) {
            List<String> element = List.of("values", Entry.element(variable.name()));
            entries.add(
                    new Entry(Layout.under(element, "value"), variable.value(), variable.secret(), variable.initial()));
            entries.add(initially(Layout.under(element, "type"), variable.secret() ? "secret" : "default"));
            entries.add(new Entry(Layout.under(element, "enabled"), BooleanNode.TRUE, false, true));
        }
        entries.add(initially(List.of("_postman_variable_scope"), "environment"));
        return entries;
    }

    private static Entry initially(List<String> path, String value) {
        return new Entry(path, TextNode.valueOf(value), false, true);
    }
}
