package io.github.osdutoken.junit;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Profile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds out what a sign-in lacks, and puts it in words for a skipped test. */
final class MissingCredentials {

    private MissingCredentials() {}

    /**
     * Return why a place cannot be served, if it wants a skip for that.
     *
     * @throws ConfigurationException if something that is set is wrong: that is no reason for a skip
     */
    static Optional<String> of(Demand demand, ExtensionContext context) {
        if (!demand.disabledWithoutCredentials()) {
            return Optional.empty();
        }
        List<String> missing = demand.missing(context::getConfigurationParameter);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("OSDU sign-in is not configured" + of(demand.profileName()) + ". Not set: "
                        + String.join(", ", missing));
    }

    private static String of(String profile) {
        return profile.equals(Profile.DEFAULT) ? "" : " for the profile " + profile;
    }
}
