package io.github.osdutoken.emulator.osdu;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which order results come: by fields, those without a field at its end. */
record SearchOrder(@Nullable List<String> field, @Nullable List<String> order) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?");

    /** Compare as numbers where both are, otherwise as text, which is right for dates as OSDU writes them. */
    static int compare(String one, String other) {
        return NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()
                ? new BigDecimal(one).compareTo(new BigDecimal(other))
                : one.compareTo(other);
    }

    /** Say what is wrong with it, if anything. */
    Optional<String> error() {
        if (field == null || field.isEmpty()) {
            return Optional.of("'sort.field' can not be null or empty");
        }
        if (order == null || order.size() != field.size()) {
            return Optional.of("'sort.field' and 'sort.order' size do not match");
        }
        if (!order.stream().allMatch(one -> one.equalsIgnoreCase("ASC") || one.equalsIgnoreCase("DESC"))) {
            return Optional.of("Not a valid order option. It can only be either 'ASC' or 'DESC'");
        }
        return field.stream()
                .filter(name -> name.indexOf('(') >= 0 || name.startsWith("_"))
                .findFirst()
                .map(name -> "The emulator cannot sort by " + name);
    }

    List<SearchDocument> sorted(List<SearchDocument> documents) {
        List<SearchDocument> sorted = new ArrayList<>(documents);
        // The last field first: a stable sort by the first one then keeps what the others did.
        for (int i = field == null ? -1 : field.size() - 1; i >= 0 && field != null && order != null; i--) {
            String name = field.get(i).replaceFirst("\\.keyword$", "");
            boolean up = order.get(i).toUpperCase(Locale.ROOT).equals("ASC");
            Comparator<String> ascending = SearchOrder::compare;
            Comparator<String> values = up ? ascending : ascending.reversed();
            sorted.sort(Comparator.comparing(
                    document -> document.values(name).min(values), (one, other) -> missingLast(one, other, values)));
        }
        return sorted;
    }

    private static int missingLast(Optional<String> one, Optional<String> other, Comparator<String> values) {
        return one.isPresent() && other.isPresent()
                ? values.compare(one.get(), other.get())
                : Boolean.compare(one.isEmpty(), other.isEmpty());
    }
}
