package io.github.osdutoken.systemtests;

import java.time.Duration;
import java.util.List;

/**
 * What came of a fault.
 *
 * @param said the reason, or {@link FaultRow#TOKENS}
 * @param after how long it took
 * @param leaked which secrets were seen where
 * @param left what still ran or was there ten seconds later
 * @param next what the next run said, after the fault was gone
 * @param words the message
 */
record FaultOutcome(
        FaultRow row, String said, Duration after, List<String> leaked, List<String> left, String next, String words) {

    boolean isGood() {
        return row.expected().contains(said) && leaked.isEmpty() && left.isEmpty() && next.equals(FaultRow.TOKENS);
    }

    /** Return it as a row of a table. */
    String line() {
        return "| %s | %s | %s | %.1f s | %s | %s | %s |"
                .formatted(
                        row.step(),
                        row.fault(),
                        row.expected().contains(said) ? said : "**" + said + "**",
                        after.toMillis() / 1000.0,
                        none(leaked),
                        none(left),
                        next);
    }

    private static String none(List<String> list) {
        return list.isEmpty() ? "none" : "**" + String.join(", ", list) + "**";
    }
}
