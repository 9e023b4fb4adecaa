package io.github.osdutoken.benchmarks.fleet;

import java.util.HashSet;
import java.util.Set;

/** A test account as Entra ID sees it: each of its one-time codes is accepted once. */
final class Account {

    static final double STEP = 30;

    private final Set<Long> usedSteps = new HashSet<>();
    private final Requests signIns = new Requests();
    private final Requests refreshes = new Requests();

    /** Take the code of this moment, unless somebody was quicker. */
    boolean accepts(double now) {
        return usedSteps.add((long) Math.floor(now / STEP));
    }

    /** Return when the next code begins. */
    static double nextStep(double now) {
        return (Math.floor(now / STEP) + 1) * STEP;
    }

    Requests signIns() {
        return signIns;
    }

    Requests refreshes() {
        return refreshes;
    }

    int codesUsed() {
        return usedSteps.size();
    }
}
