package io.github.osdutoken.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

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

    private static HttpResponse<String> send(WebServer server, String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.uri() + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
