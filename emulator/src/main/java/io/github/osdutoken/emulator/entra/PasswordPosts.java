package io.github.osdutoken.emulator.entra;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how often a password was sent for whom. */
public final class PasswordPosts {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** Make a count of nothing yet. */
    public PasswordPosts() {}

    void add(String username) {
        counts.merge(username.strip().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }

    /** Return how often for one user name, known or not. */
    public int of(String username) {
        return counts.getOrDefault(username.toLowerCase(Locale.ROOT), 0);
    }

    /** Return how often in all. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
