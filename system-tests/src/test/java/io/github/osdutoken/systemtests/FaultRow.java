package io.github.osdutoken.systemtests;

import java.util.Set;

/**
 * A fault at a step of a sign-in, and what may be said of it.
 *
 * @param step where
 * @param fault what
 * @param making how it is brought about
 * @param expected the reasons that are right, or {@link #TOKENS} when the sign-in should not mind
 */
record FaultRow(SignInStep step, String fault, Making making, Set<String> expected) {

    static final String TOKENS = "tokens";

    /** Prepares a scene, in which tokens are asked for afterwards. */
    interface Making {
        void in(Scene scene) throws Exception;
    }

    static FaultRow of(SignInStep step, String fault, Making making, String... expected) {
        return new FaultRow(step, fault, making, Set.of(expected));
    }

    @Override
    public String toString() {
        return step + ": " + fault;
    }
}
