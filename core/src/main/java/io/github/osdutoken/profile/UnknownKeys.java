package io.github.osdutoken.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names that look like ours and are not: a misspelt key would otherwise be a setting that quietly has no effect. */
final class UnknownKeys {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownKeys.class);

    private UnknownKeys() {}

    static void check(List<SettingSource> sources, Problems problems) {
        for (SettingSource source : sources) {
            source.names().stream()
                    .filter(name -> isMeantForUs(source.place(), name))
                    .filter(name -> SettingName.ofKey(name).isEmpty())
                    .sorted()
                    .forEach(name -> report(source, name, problems));
        }
    }

    private static boolean isMeantForUs(Place place, String name) {
        return switch (place) {
            case OVERRIDE -> true;
            case SYSTEM_PROPERTY -> name.startsWith("osdu.");
            case PROPERTIES_FILE ->
                Stream.of("osdu.", "osdu_", "osdu-").anyMatch(name.toLowerCase(Locale.ROOT)::startsWith);
            // OSDU_… variables of other tools abound, and the others cannot be listed.
            case ENVIRONMENT, CONFIGURATION_PARAMETER, EMULATOR -> false;
        };
    }

    private static void report(SettingSource source, String name, Problems problems) {
        String found = "There is no key " + name + ", which is set by "
                + source.place().describe(name, source.location()) + ".";
        String next =
                nearest(name).map(key -> "Did you mean " + key + "?").orElse("The keys are listed in docs/usage.md.");
        if (source.place() == Place.SYSTEM_PROPERTY) {
            // Others may use the prefix too.
            LOG.warn("{} {}", found, next);
        } else {
            problems.add(found, next);
        }
    }

    static Optional<String> nearest(String name) {
        String written = name.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("^osdu-", "osdu.");
        String rest = written.replaceFirst("^osdu\\.profile[.-][^.]*\\.", "");
        String shortKey = rest.startsWith("osdu.") ? rest.substring("osdu.".length()) : rest;
        return Arrays.stream(Setting.values())
                .flatMap(s -> s.secret() ? Stream.of(s.shortKey(), s.shortKey() + "-file") : Stream.of(s.shortKey()))
                .filter(key -> difference(shortKey, key) <= 1 + key.length() / 4)
                .min(Comparator.comparingInt(key -> difference(shortKey, key)))
                .map(key -> prefix(name) + key);
    }

    /** Only secrets come in files; for the rest {@code -file} is one mistake, not five. */
    private static int difference(String written, String key) {
        return Math.min(distance(written, key), 1 + distance(written.replaceFirst("-file$", ""), key));
    }

    private static String prefix(String name) {
        String[] parts = name.split("\\.", 4);
        boolean named = parts.length == 4 && parts[1].equals("profile") && !parts[2].equals("default");
        return named ? "osdu.profile." + parts[2] + "." : "osdu.";
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
