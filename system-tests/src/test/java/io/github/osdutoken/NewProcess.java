package io.github.osdutoken;

import java.time.Clock;

/** Asks for tokens as a process does that has just begun: nothing in memory, only what the files have. */
public final class NewProcess {

    private NewProcess() {}

    /** Return a user's tokens. */
    public static Tokens tokens(Profile profile, Clock clock) {
        return new Acquisition(clock).tokens(profile, false);
    }
}
