package io.github.osdutoken.browser;

import java.util.List;
import java.util.Map;

/**
 * What to look for on a page.
 *
 * @param selectors elements; see {@code observe.js} for the forms beside CSS
 * @param attributes attributes to list, by the selector of the elements that carry them; an empty one stands for the text
 * @param fields fields of {@code $Config}
 */
public record Looking(List<String> selectors, Map<String, String> attributes, List<String> fields) {

    /** Keep copies. */
    public Looking {
        selectors = List.copyOf(selectors);
        attributes = Map.copyOf(attributes);
        fields = List.copyOf(fields);
    }
}
