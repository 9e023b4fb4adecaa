package io.github.osdutoken.emulator.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTests {

    @Test
    void routesByMethodAndTemplateAsOsduWritesThem() throws Exception {
        Routes routes = new Routes()
                .on("POST", "/records/{id}:delete", r -> Response.of(200, "text/plain", "gone " + r.variable("id")))
                .on("GET", "/records/{id}", r -> Response.of(200, "text/plain", r.variable("id") + r.query()));
        try (WebServer server = WebServer.start(0, routes, (request, status) -> {})) {
            assertThat(send(server, "GET", "/records/opendes:doc:a%25b+c?x=1%262")
                            .body())
                    .isEqualTo("opendes:doc:a%b+c{x=1&2}");
            assertThat(send(server, "POST", "/records/a:b:c:delete").body()).isEqualTo("gone a:b:c");
            assertThat(send(server, "PUT", "/records/a").statusCode()).isEqualTo(405);
            assertThat(send(server, "GET", "/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/query?x=%zz", "/values?x=1&x=%2", "/path/%zz"})
    void saysSoWhereSomethingIsNotPercentEncoded(String target) throws Exception {
        Routes routes = new Routes()
                .on(
                        "GET",
                        "/query",
                        r -> Response.of(200, "text/plain", r.query().toString()))
                .on("GET", "/values", r -> Response.of(200, "text/plain", String.join(" ", r.queryValues("x"))))
                .on("GET", "/path/{x}", r -> Response.of(200, "text/plain", r.variable("x")));
        try (WebServer server = WebServer.start(0, routes, (request, status) -> {});
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            client.setSoTimeout(10_000);
            client.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void isNotHeldUpByClientsThatNeverEndWhatTheyBegin() throws Exception {
        Routes routes = new Routes().on("GET", "/", request -> Response.of(200, "text/plain", "here"));
        List<Socket> stalled = new ArrayList<>();
        try (WebServer server = WebServer.start(0, routes, (request, status) -> {})) {
            for (int i = 0; i < 60; i++) {
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.uri().getPort());
                client.getOutputStream()
                        .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf".getBytes(US_ASCII));
                stalled.add(client);
            }

            assertThat(send(server, "GET", "/").body()).isEqualTo("here");
        } finally {
            for (Socket client : stalled) {
                client.close();
            }
        }
    }

    private static HttpResponse<String> send(WebServer server, String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.uri() + path))
                                .timeout(Duration.ofSeconds(10)) // less than the server lets a client stall
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
