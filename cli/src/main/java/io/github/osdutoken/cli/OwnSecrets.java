package io.github.osdutoken.cli;

import io.github.osdutoken.profile.Setting;
import java.util.Arrays;
import java.util.Map;

/**
 * The environment variables that hold what this command signs in with, by our own names. A command that is given a token
 * has no need of the password behind it. Names that other tools use too are theirs, and stay.
 */
final class OwnSecrets {

    private OwnSecrets() {}

    static void removeFrom(Map<String, String> environment) {
        environment.keySet().removeIf(OwnSecrets::isOne);
    }

    private static boolean isOne(String variable) {
        return Arrays.stream(Setting.values())
                .filter(Setting::secret)
                .map(setting -> setting.variable().substring("OSDU".length()))
                .anyMatch(end -> variable.equals("OSDU" + end)
                        || (variable.startsWith("OSDU_PROFILE_") && variable.endsWith(end)));
    }
}
