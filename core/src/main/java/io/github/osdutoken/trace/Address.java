package io.github.osdutoken.trace;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be shown of an address: scheme, host, path, and the names of its parameters. */
final class Address {

    private static final Pattern URL = Pattern.compile("\\b([a-zA-Z][a-zA-Z0-9+.-]*)://[^\\s\"<>]+");

    /** Addresses that hold their content. */
    private static final Pattern CONTENT = Pattern.compile("\\b(data|blob|javascript):[^\\s\"<>]+");

    private Address() {}

    /** Scrub every address in a text. */
    static String scrubAll(String text) {
        return CONTENT.matcher(URL.matcher(text).replaceAll(url -> Matcher.quoteReplacement(scrub(url.group()))))
                .replaceAll("$1:\u2026");
    }

    /** Scrub one address. */
    static String scrub(String url) {
        String[] place = url.split("#", 2);
        String[] parts = place[0].split("\\?", 2);
        String names = parts.length < 2
                ? ""
                : Arrays.stream(parts[1].split("&"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining("&", "?", ""));
        return withoutUser(parts[0]) + names + (place.length < 2 ? "" : "#\u2026");
    }

    private static String withoutUser(String place) {
        return place.replaceFirst("://[^/]*@", "://");
    }
}
