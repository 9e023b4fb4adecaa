package io.github.osdutoken.cli.doctor;

import java.util.Locale;

/** What came of a check. */
enum Status {
    /** As it should be. */
    OK,
    /** A sign-in may work, and may not. */
    WARNING,
    /** A sign-in cannot work. */
    FAILURE,
    /** Not looked at; the finding says why. */
    SKIPPED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
