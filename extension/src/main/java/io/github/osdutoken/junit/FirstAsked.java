package io.github.osdutoken.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Lets one extension answer where several are registered: the annotation registers one, and a field may register
 * another. All of them would answer the same, but JUnit accepts only one, and a fresh sign-in should be made once.
 */
final class FirstAsked {

    private static final Namespace NAMESPACE = Namespace.create(FirstAsked.class);

    private FirstAsked() {}

    /**
     * Tell whether this is the first one to be asked.
     *
     * @param what what is asked: equal for all that are asked, and for nothing else in this context and those around it
     * @param who who is asked
     */
    static boolean is(ExtensionContext context, Object what, Object who) {
        // JUnit makes one extension of all our annotations, and each note in its store is paid for by a test.
        return !RegisteredDefaults.mayBeAround(context) || is(context.getStore(NAMESPACE), what, who);
    }

    /**
     * Tell whether something is done for the first time in a session.
     *
     * @param what what is done: equal for all that is the same
     */
    static boolean inSession(ExtensionContext context, Object what) {
        return is(SessionStore.of(context, NAMESPACE), what, new Object());
    }

    private static boolean is(Store store, Object what, Object who) {
        // computeIfAbsent is new in JUnit 6; this one is in all versions.
        return store.getOrComputeIfAbsent(what, key -> who) == who;
    }
}
