package io.github.osdutoken.cli.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Sends requests exactly as written, as an attacker would. */
final class RawHttp {

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final URI own;
    private final Map<String, String> headers = new LinkedHashMap<>();

    RawHttp(URI own) {
        this.own = own;
        headers.put("Host", own.getAuthority());
        headers.put("Connection", "close");
    }

    /** Send what a page of this origin sends with each request of its script. */
    static RawHttp asThePage(URI own) {
        return new RawHttp(own)
                .with("Origin", own.toString())
                .with("Sec-Fetch-Site", "same-origin")
                .with("Content-Type", "application/json");
    }

    /** Return the same requests with another header, or without it when the value is empty. */
    RawHttp with(String name, String value) {
        RawHttp other = new RawHttp(own);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        other.headers.values().removeIf(String::isEmpty);
        return other;
    }

    Answer get(String target) throws IOException {
        return send("GET", target, "");
    }

    Answer post(String target, String body) throws IOException {
        return send("POST", target, body);
    }

    Answer send(String method, String target, String body) throws IOException {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer answer(String text) {
        String[] parts = text.split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ", -1)[1]), headers, Objects.requireNonNullElse(parts[1], ""));
    }
}
