package io.github.osdutoken.junit;

import io.github.osdutoken.Profile;
import io.github.osdutoken.profile.ProfileLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is asked for at an annotated place: what its own annotation says, and where that says nothing, those around it.
 *
 * @param profile whose tokens; blank when nobody says
 * @param scope the scope; blank when nobody says
 * @param fresh whether to sign in anew
 * @param disabledWithoutCredentials whether to skip what cannot be signed in for
 * @param settings values by key that win over every other source
 */
record Demand(
        String profile, String scope, boolean fresh, boolean disabledWithoutCredentials, Map<String, String> settings) {

    static final Demand NONE = new Demand("", "", false, false, Map.of());

    static Demand of(OsduRefreshToken annotation) {
        return new Demand(
                annotation.profile(),
                annotation.scope(),
                annotation.fresh(),
                annotation.disabledWithoutCredentials(),
                Map.of());
    }

    /** Let another one, from further away, fill in what this one leaves open. */
    Demand orElse(Demand further) {
        // Nearly always one of the two says nothing, and this is done for each test.
        if (further.equals(NONE)) {
            return this;
        }
        if (equals(NONE)) {
            return further;
        }
        Map<String, String> both = new HashMap<>(further.settings);
        both.putAll(settings);
        return new Demand(
                profile.isBlank() ? further.profile : profile,
                scope.isBlank() ? further.scope : scope,
                fresh || further.fresh,
                disabledWithoutCredentials || further.disabledWithoutCredentials,
                Map.copyOf(both));
    }

    String profileName() {
        return profile.isBlank() ? Profile.DEFAULT : profile;
    }

    /**
     * Load the profile.
     *
     * @param configurationParameters JUnit's
     */
    Profile load(Function<String, Optional<String>> configurationParameters) {
        Profile loaded = loader(configurationParameters).load(profileName());
        return scope.isBlank() ? loaded : loaded.withScope(scope);
    }

    /** Return the settings that a sign-in lacks. */
    List<String> missing(Function<String, Optional<String>> configurationParameters) {
        return loader(configurationParameters).missing(profileName());
    }

    private ProfileLoader loader(Function<String, Optional<String>> configurationParameters) {
        return ProfileLoader.standard()
                .withConfigurationParameters(configurationParameters)
                .withOverrides(settings);
    }
}
