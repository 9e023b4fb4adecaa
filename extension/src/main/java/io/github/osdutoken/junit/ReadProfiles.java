package io.github.osdutoken.junit;

import io.github.osdutoken.Profile;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The profiles that a test class asks for. Each is read once for a class and those nested in it: to read it for each test
 * would take ten times as long as to hand out the token.
 */
final class ReadProfiles {

    private static final Namespace NAMESPACE = Namespace.create(ReadProfiles.class);

    private ReadProfiles() {}

    static Profile get(Demand demand, ExtensionContext context) {
        Profile known = context.getStore(NAMESPACE).get(demand, Profile.class);
        if (known != null) {
            return known;
        }
        Profile read = demand.load(context::getConfigurationParameter);
        ofOutermostClass(context).getStore(NAMESPACE).put(demand, read);
        return read;
    }

    private static ExtensionContext ofOutermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        for (Optional<ExtensionContext> next = context.getParent();
                next.flatMap(ExtensionContext::getTestClass).isPresent();
                next = next.get().getParent()) {
            outermost = next.get();
        }
        return outermost;
    }
}
