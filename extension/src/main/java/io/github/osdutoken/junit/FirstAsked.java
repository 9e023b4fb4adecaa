package io.github.osdutoken.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

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
        // computeIfAbsent is new in JUnit 6; this one is in all versions.
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(what, key -> who) == who;
    }
}
