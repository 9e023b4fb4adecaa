package io.github.osdutoken.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read to its end.
 *
 * @param origin scheme, host and port as the client sees them, such as {@code http://localhost:8089}
 * @param method GET, POST, …
 * @param path the path as sent, still percent-encoded
 * @param rawQuery the query as sent, without the question mark, or {@code null}
 * @param variables the decoded values of the route's {@code {names}}
 * @param headers the headers, names in lower case, the last value of each
 * @param content the body
 */
public record Request(
        String origin,
        String method,
        String path,
        @Nullable String rawQuery,
        Map<String, String> variables,
        Map<String, String> headers,
        Bytes content) {

    /** Return the body as UTF-8 text. */
    public String body() {
        return content.text();
    }

    /** Return a header's value, or {@code null}; the name in any case. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Return the value of one of the route's {@code {names}}. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no variable " + name);
        }
        return value;
    }

    /** Return the query parameters, decoded; of a repeated one the first. */
    public Map<String, String> query() {
        return rawQuery == null ? Map.of() : decode(rawQuery);
    }

    /** Return the values of a query parameter that may be repeated, decoded. */
    public List<String> queryValues(String name) {
        String start = name + "=";
        return Arrays.stream((rawQuery == null ? "" : rawQuery).split("&", -1))
                .filter(pair -> pair.startsWith(start))
                .map(pair -> unescape(pair.substring(start.length())))
                .toList();
    }

    /** Return the fields of an {@code application/x-www-form-urlencoded} body; of a repeated one the first. */
    public Map<String, String> form() {
        return decode(body());
    }

    /** Tell whether some field of the form comes more than once, which RFC 6749 forbids (3.2). */
    public boolean repeatsField() {
        List<String> names = Arrays.stream(body().split("&", -1))
                .map(pair -> unescape(pair.split("=", 2)[0]))
                .toList();
        return names.stream().distinct().count() < names.size();
    }

    /** Return the value of a cookie, or {@code null}. */
    public @Nullable String cookie(String name) {
        String cookies = headers.getOrDefault("cookie", "");
        for (String cookie : cookies.split(";", -1)) {
            String[] pair = cookie.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals(name)) {
                return pair[1];
            }
        }
        return null;
    }

    /** Say which request this is; its query, headers and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Map<String, String> decode(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                fields.putIfAbsent(unescape(parts[0]), parts.length == 2 ? unescape(parts[1]) : "");
            }
        }
        return fields;
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException(e);
        }
    }
}
