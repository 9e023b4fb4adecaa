package io.github.osdutoken.cli.format;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;

/** A value that its place can hold: one line, without blanks around it. */
final class OneLine {

    private OneLine() {}

    static void check(String place, Entry entry) {
        String value = entry.text();
        if (!value.strip().equals(value) || value.lines().count() > 1) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Writing " + entry.name(),
                    place + " cannot hold its value, which has a line break, or blanks around it.",
                    "Choose another --format.");
        }
    }
}
