package io.github.osdutoken.emulator.osdu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Clauses side by side, as Lucene's query parser takes them: AND makes both its sides required, OR neither, and a clause
 * beside required ones only changes the score. So {@code a OR b AND c} is {@code b AND c}, here as there.
 */
final class SearchClauses {

    private final List<Predicate<SearchDocument>> required = new ArrayList<>();
    private final List<Predicate<SearchDocument>> optional = new ArrayList<>();
    private final List<Predicate<SearchDocument>> prohibited = new ArrayList<>();

    /** Whether the clause added last may still become required. */
    private boolean lastIsOptional;

    void add(Predicate<SearchDocument> clause, boolean and, boolean plus, boolean not) {
        if (and && lastIsOptional) {
            required.add(optional.remove(optional.size() - 1));
        }
        lastIsOptional = !and && !plus && !not;
        (not ? prohibited : lastIsOptional ? optional : required).add(clause);
    }

    Predicate<SearchDocument> query() {
        List<Predicate<SearchDocument>> all = List.copyOf(required);
        List<Predicate<SearchDocument>> none = List.copyOf(prohibited);
        List<Predicate<SearchDocument>> any = all.isEmpty() ? List.copyOf(optional) : List.of();
        return document -> all.stream().allMatch(clause -> clause.test(document))
                && none.stream().noneMatch(clause -> clause.test(document))
                && (any.isEmpty() || any.stream().anyMatch(clause -> clause.test(document)));
    }
}
