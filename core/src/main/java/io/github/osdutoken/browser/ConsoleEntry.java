package io.github.osdutoken.browser;

import java.time.Instant;

/**
 * A line of the browser's console.
 *
 * @param at when
 * @param level the driver's word for how bad it is: {@code SEVERE}, {@code WARNING}, {@code INFO}, {@code DEBUG}
 * @param message the text as the browser gives it; it may hold addresses with their queries
 */
public record ConsoleEntry(Instant at, String level, String message) {

    /** Say when and how bad; the message may hold secrets. */
    @Override
    public String toString() {
        return "ConsoleEntry[" + level + " at " + at + "]";
    }
}
