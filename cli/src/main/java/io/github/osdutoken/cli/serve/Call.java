package io.github.osdutoken.cli.serve;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read to its end.
 *
 * @param method GET, POST, …
 * @param path the path as sent, still percent-encoded
 * @param query the query's parameters, decoded
 * @param headers the headers, names in lower case, the last value of each
 * @param cookies the cookies
 * @param body the body as UTF-8 text
 */
record Call(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> cookies,
        String body) {

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Tell whether a header has this value, or is not there at all: what is not a browser sends fewer headers. */
    boolean isAbsentOr(String header, String value) {
        String sent = header(header);
        return sent == null || sent.equals(value);
    }

    /** Say which request this is; everything else in it may be secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
