package io.github.osdutoken.cli.serve;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** One request as Jetty has it, and its answer, which gets the headers that keep a page to itself. */
record Exchange(Request request, Response response, Callback callback) {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    /**
     * Return the request as the page's own.
     *
     * @throws IllegalArgumentException if it cannot be read
     * @throws IllegalStateException likewise
     */
    Call call(byte[] body) {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValue());
        }
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
        }
        Map<String, String> cookies = new HashMap<>();
        for (HttpCookie cookie : Request.getCookies(request)) {
            cookies.put(cookie.getName(), cookie.getValue());
        }
        return new Call(
                request.getMethod(),
                request.getHttpURI().getPath(),
                query,
                headers,
                cookies,
                new String(body, StandardCharsets.UTF_8));
    }

    void answer(Reply reply) {
        response.setStatus(reply.status());
        Map<String, String> headers = new LinkedHashMap<>(HEADERS);
        headers.putAll(reply.headers());
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, reply.body(), callback);
    }
}
