package io.github.osdutoken.profile;

import io.github.osdutoken.Profile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking a profile: the profile, or what keeps it from being one.
 *
 * @param profile the profile, its user perhaps without name and password; {@code null} when there are problems
 * @param problems what to do about each setting that is missing or wrong, as sentences without the value
 * @since 0.1
 */
public record CheckedProfile(@Nullable Profile profile, Map<Setting, String> problems) {

    /** Keep a copy. */
    public CheckedProfile {
        problems = Map.copyOf(problems);
    }
}
