package io.github.osdutoken.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The store that a whole session of the launcher shares, where JUnit has one: since 5.13. Before that, the store of the
 * execution, which is the same unless a runner executes more than once in a session, as Surefire's forks do.
 */
final class SessionStore {

    private SessionStore() {}

    static Store of(ExtensionContext context, Namespace namespace) {
        try {
            return Since513.of(context, namespace);
        } catch (LinkageError e) {
            return context.getRoot().getStore(namespace);
        }
    }

    /** A class of its own: an older JUnit has no StoreScope, and whoever names it cannot be linked there. */
    private static final class Since513 {

        static Store of(ExtensionContext context, Namespace namespace) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, namespace);
        }
    }
}
