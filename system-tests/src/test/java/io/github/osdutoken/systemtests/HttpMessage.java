package io.github.osdutoken.systemtests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request or an answer of HTTP/1, as far as a proxy has to understand it. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two
record HttpMessage(String firstLine, List<String> headers, byte[] body) {

    private static final Pattern OF_THE_CONNECTION = Pattern.compile(
            "(?i)(connection|keep-alive|content-length|transfer-encoding|upgrade-insecure-requests):.*");

    static HttpMessage of(int status, String contentType, String body, String... headers) {
        return new HttpMessage(
                "HTTP/1.1 " + status + " Fault",
                Stream.concat(Stream.of("Content-Type: " + contentType), Stream.of(headers))
                        .toList(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Read a request, or nothing when the connection was opened for nothing. */
    static Optional<HttpMessage> request(InputStream in) throws IOException {
        HttpMessage head = head(in);
        if (head.firstLine.isEmpty()) {
            return Optional.empty();
        }
        int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
        return Optional.of(head.withBody(in.readNBytes(length)));
    }

    /** Read an answer that ends with the connection. */
    static HttpMessage answer(InputStream in) throws IOException {
        HttpMessage head = head(in);
        return head.withBody(in.readAllBytes());
    }

    private static HttpMessage head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        for (int next = in.read(); next >= 0 && !text.endsWith("\r\n\r\n"); ) {
            head.write(next);
            text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : text;
            next = text.endsWith("\r\n\r\n") ? -1 : in.read();
        }
        List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty()
                ? new HttpMessage("", List.of(), new byte[0])
                : new HttpMessage(lines.get(0), lines.subList(1, lines.size()), new byte[0]);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    HttpMessage withBody(byte[] other) {
        return new HttpMessage(firstLine, headers, other);
    }

    /** Return the same with a header in place of what it was. */
    HttpMessage with(String name, String value) {
        List<String> others = headers.stream()
                .filter(line -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .toList();
        return new HttpMessage(
                firstLine,
                Stream.concat(others.stream(), Stream.of(name + ": " + value)).toList(),
                body);
    }

    /** Return the same, asked for in a way that is answered whole and then closed. */
    HttpMessage asHttp10() {
        return new HttpMessage(firstLine.replace("HTTP/1.1", "HTTP/1.0"), headers, body);
    }

    void writeTo(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(firstLine).append("\r\n");
        headers.stream()
                .filter(line -> !OF_THE_CONNECTION.matcher(line).matches())
                .forEach(line -> head.append(line).append("\r\n"));
        head.append("Connection: close\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    @Override
    public String toString() {
        return firstLine.replaceAll("\\?\\S*", "");
    }
}
