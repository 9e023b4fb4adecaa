package io.github.osdutoken.profile;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them, {@code 60s}, and as ISO 8601 does, {@code PT1M}. */
final class Durations {

    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    /** Nothing here takes longer, and centuries do not fit into nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private Durations() {}

    static Duration parse(String text) throws MalformedValueException {
        Matcher matcher = SIMPLE.matcher(text.toLowerCase(Locale.ROOT));
        Duration duration = matcher.matches() ? simple(Long.parseLong(matcher.group(1)), matcher.group(2)) : iso(text);
        if (duration.compareTo(LONGEST) > 0) {
            throw new MalformedValueException("Give a day (24h) at most.");
        }
        if (duration.isZero() || duration.isNegative()) {
            throw new MalformedValueException("Give more than no time at all.");
        }
        return duration;
    }

    private static Duration simple(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static Duration iso(String text) throws MalformedValueException {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new MalformedValueException("Give a number with a unit (60s, 2m, 500ms, 1h), or ISO 8601 (PT1M).");
        }
    }
}
