package io.github.osdutoken.emulator.entra;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts by name, in any case. */
final class Tally {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<String, String> spellings = new ConcurrentHashMap<>();

    void add(String name) {
        String key = key(name);
        spellings.putIfAbsent(key, name.strip());
        counts.merge(key, 1, Integer::sum);
    }

    int of(String name) {
        return counts.getOrDefault(key(name), 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Return the counts by the names as first written. */
    Map<String, Integer> all() {
        Map<String, Integer> all = new TreeMap<>();
        counts.forEach((key, count) -> all.put(spellings.getOrDefault(key, key), count));
        return all;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
