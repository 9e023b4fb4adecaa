package io.github.osdutoken.browser;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page is or a form sends, as a browser writes it. {@link java.net.URI} refuses much that browsers let through, such
 * as braces and bars in a query, and finds no host where one has an underscore; so this takes an address apart by the
 * expression of RFC 3986, appendix B, which fits any text.
 *
 * @param scheme the scheme in lower case
 * @param host the host in lower case, with its port when it is not the scheme's own; empty for an address without one
 * @param path the path as it is written; empty for an address without a host
 */
public record PageAddress(String scheme, String host, String path) {

    private static final Pattern COMPONENTS =
            Pattern.compile("(?:([^:/?#]+):)?(?://(?:[^/?#]*@)?([^/?#]*))?([^?#]*).*", Pattern.DOTALL);

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    /** Take an address apart. */
    public static PageAddress of(String text) {
        Matcher found = COMPONENTS.matcher(text);
        if (!found.matches() || found.group(2) == null) {
            return new PageAddress("", "", "");
        }
        String scheme = Objects.requireNonNullElse(found.group(1), "").toLowerCase(Locale.ROOT);
        String host = found.group(2).toLowerCase(Locale.ROOT);
        String standard = scheme.equals("https") ? ":(443)?$" : ":(80)?$";
        return new PageAddress(scheme, host.replaceFirst(standard, ""), found.group(3));
    }

    /** Return the host without its port. */
    public String hostName() {
        return PORT.matcher(host).replaceFirst("");
    }
}
