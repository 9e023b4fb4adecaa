package io.github.osdutoken.profile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of places a setting is read from, the one that wins first. */
enum Place {
    OVERRIDE("the override %s", "source code and command lines are read by others"),
    CONFIGURATION_PARAMETER(
            "the JUnit configuration parameter %s",
            "configuration parameters are kept in build files under version control and shown in reports"),
    SYSTEM_PROPERTY("the system property %s", "process listings show it and Surefire writes it into its reports"),
    ENVIRONMENT("the environment variable %s", null),
    PROPERTIES_FILE("%s in %s", "such files end up in version control"),
    EMULATOR("the emulator", null);

    private final String description;
    private final @Nullable String whyNoSecrets;

    Place(String description, @Nullable String whyNoSecrets) {
        this.description = description;
        this.whyNoSecrets = whyNoSecrets;
    }

    /** Say where a value was found, as a noun. */
    String describe(String name, String location) {
        return String.format(description, name, location);
    }

    /** Return why a secret must not be here, as a clause; empty where it may be. */
    Optional<String> whyNoSecrets() {
        return Optional.ofNullable(whyNoSecrets);
    }
}
