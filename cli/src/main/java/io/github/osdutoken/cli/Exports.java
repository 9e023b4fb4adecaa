package io.github.osdutoken.cli;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.ResolvedSetting;
import io.github.osdutoken.profile.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which variable gets whose token: {@code VARIABLE=profile} pairs of the command line, or else of osdu.export. */
final class Exports {

    private static final Pattern PAIR =
            Pattern.compile("(?<variable>[A-Za-z_][A-Za-z0-9_]*)=(?<profile>[A-Za-z0-9_-]+)");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");
    private static final String NEXT = "Say --export VARIABLE=PROFILE, such as --export PRIVILEGED_USER_TOKEN=default.";

    private Exports() {}

    /** Return the profile of each variable. */
    static Map<String, String> of(List<String> options) {
        String pairs = options.isEmpty() ? setting() : String.join(",", options);
        Map<String, String> exports = new LinkedHashMap<>();
        for (String pair : SEPARATOR.split(pairs.strip(), -1)) {
            Matcher matcher = PAIR.matcher(pair);
            if (!matcher.matches()) {
                throw failure(
                        pair.isEmpty()
                                ? "neither --export nor osdu.export says which variables there are to be."
                                : "'" + pair + "' is no VARIABLE=PROFILE pair.");
            }
            exports.put(matcher.group("variable"), matcher.group("profile"));
        }
        return exports;
    }

    private static String setting() {
        return ProfileLoader.standard().resolve(Profile.DEFAULT).stream()
                .filter(found -> found.setting() == Setting.EXPORT)
                .map(ResolvedSetting::shown)
                .findFirst()
                .orElse("");
    }

    private static SignInException failure(String found) {
        return SignInException.of(Reason.CONFIGURATION, "Reading what to export", found, NEXT);
    }
}
