package io.github.osdutoken.emulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One HTTP response.
 *
 * @param status the status code
 * @param headers names and values; a name may come more than once
 * @param content the body, empty for none
 */
public record Response(int status, List<Map.Entry<String, String>> headers, Bytes content) {

    /** Make a response with text, sent as UTF-8. */
    public static Response of(int status, String contentType, String body) {
        return of(status, contentType, Bytes.of(body));
    }

    /** Make a response with a body. */
    public static Response of(int status, String contentType, Bytes content) {
        return new Response(status, List.of(Map.entry("Content-Type", contentType)), content);
    }

    /** Make an HTML response with status 200. */
    public static Response html(String body) {
        return of(200, "text/html; charset=utf-8", body);
    }

    /** Make a response without a body. */
    public static Response empty(int status) {
        return new Response(status, List.of(), Bytes.NONE);
    }

    /** Make no response: the connection is closed instead. Its status is 0. */
    public static Response dropped() {
        return empty(0);
    }

    /** Make a 302. */
    public static Response redirect(String location) {
        return empty(302).with("Location", location);
    }

    /** Return the same response with one more header. */
    public Response with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, List.copyOf(more), content);
    }

    /** Say which status this is; its headers and body may hold secrets. */
    @Override
    public String toString() {
        return "Response[" + status + "]";
    }
}
