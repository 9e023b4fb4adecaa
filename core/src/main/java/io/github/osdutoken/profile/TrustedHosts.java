package io.github.osdutoken.profile;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of hosts on which secrets may be typed. What is not understood is refused: this list guards the password. */
final class TrustedHosts {

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+])(?::(\\d{1,5}))?");

    private TrustedHosts() {}

    static Set<String> parse(String text) throws MalformedValueException {
        Set<String> hosts = new LinkedHashSet<>();
        for (String entry : SEPARATOR.splitAsStream(text).toList()) {
            if (!entry.isEmpty()) {
                hosts.add(host(entry.toLowerCase(Locale.ROOT)));
            }
        }
        return hosts;
    }

    private static String host(String entry) throws MalformedValueException {
        if (entry.contains("/")) {
            throw new MalformedValueException(
                    "Give host names alone, such as adfs.contoso.com, without a scheme and without a path.");
        }
        if (entry.contains("*")) {
            throw new MalformedValueException("Name each host in full; a wildcard would trust hosts nobody has seen.");
        }
        Matcher matcher = HOST.matcher(entry);
        if (!matcher.matches()) {
            throw new MalformedValueException(
                    "Give a list of host or host:port, separated by commas, such as adfs.contoso.com,idp.test:8443.");
        }
        String port = matcher.group(3);
        if (port == null) {
            return entry;
        }
        int number = Integer.parseInt(port);
        if (number == 0 || number > 65535) {
            throw new MalformedValueException("Give ports from 1 to 65535.");
        }
        // A browser never shows the port that https implies.
        return number == 443 ? matcher.group(1) : matcher.group(1) + ":" + number;
    }
}
