package io.github.osdutoken.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of variables and the profiles whose access tokens they hold. */
final class Exports {

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    // No dots: no name of the JDK's own properties can be among them.
    private static final Pattern PAIR = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=([A-Za-z0-9_-]+)");

    private Exports() {}

    /** Return profiles by variable, in the order of the list. */
    static Map<String, String> parse(String text) throws MalformedValueException {
        Map<String, String> exports = new LinkedHashMap<>();
        for (String entry :
                SEPARATOR.splitAsStream(text).filter(e -> !e.isEmpty()).toList()) {
            Matcher pair = PAIR.matcher(entry);
            if (!pair.matches()) {
                throw new MalformedValueException("Give a list of VARIABLE=profile, separated by commas, such as"
                        + " PRIVILEGED_USER_TOKEN=default,NO_ACCESS_USER_TOKEN=no-access.");
            }
            if (exports.put(pair.group(1), pair.group(2)) != null) {
                throw new MalformedValueException("Name each variable once.");
            }
        }
        return exports;
    }
}
