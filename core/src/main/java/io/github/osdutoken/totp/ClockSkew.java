package io.github.osdutoken.totp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A machine's clock beside the issuer's: codes of a clock that is wrong by a time step are rejected.
 *
 * @since 0.1
 */
public final class ClockSkew {

    /** Beyond the moment an answer travels, and below one time step. */
    private static final Duration WORTH_SAYING = Duration.ofSeconds(20);

    private ClockSkew() {}

    /**
     * Say how wrong this machine's clock is.
     *
     * @param date the {@code Date} header of an answer of the issuer, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}
     * @param received when it came, by this machine's clock
     * @return a sentence; empty when the clocks differ by 20 seconds or less, or the header is no date
     */
    public static Optional<String> describe(String date, Instant received) {
        try {
            Instant theirs = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from);
            Duration ahead = Duration.between(theirs, received);
            return ahead.abs().compareTo(WORTH_SAYING) > 0
                    ? Optional.of("This machine's clock is " + inWords(ahead.abs())
                            + (ahead.isNegative() ? " behind" : " ahead of") + " the issuer's.")
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String inWords(Duration difference) {
        long seconds = difference.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = difference.toMinutes();
        return minutes < 120 ? minutes + " min" : difference.toHours() + " h";
    }
}
