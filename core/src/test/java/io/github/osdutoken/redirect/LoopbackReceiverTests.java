package io.github.osdutoken.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.oauth.AuthorizationCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopbackReceiverTests {

    private final int port = freePort();
    private final URI redirectUri = URI.create("http://localhost:" + port + "/cb");
    private final ExpectedRedirect expected = new ExpectedRedirect(redirectUri, "s3");

    @Test
    void answersTheExpectedRequestOnceAndStrangersNever() throws Exception {
        try (LoopbackReceiver receiver = LoopbackReceiver.listen(redirectUri, expected)) {
            assertThat(receiver).isNotNull();
            assertThat(get("/favicon.ico")).isEqualTo(404);
            assertThat(get("/cb?code=stranger&state=guess")).isEqualTo(404);
            assertThat(get("/cb?code=stranger")).isEqualTo(404);
            assertThat(get("/cb?error=access_denied")).isEqualTo(404);
            assertThat(get("/?code=c1&state=s3")).isEqualTo(404);
            assertThat(expected.isHere()).isFalse();

            assertThat(get("/cb?code=c1&state=s3")).isEqualTo(200);
            assertThat(get("/cb?code=c2&state=s3")).isEqualTo(404);
            assertThat(expected.await(Duration.ZERO))
                    .extracting(AuthorizationResponse::code)
                    .isEqualTo(new AuthorizationCode("c1"));
        }
    }

    @Test
    void takesAFormPost() throws Exception {
        try (LoopbackReceiver receiver = LoopbackReceiver.listen(redirectUri, expected)) {
            assertThat(receiver).isNotNull();
            HttpRequest post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cb"))
                    .POST(HttpRequest.BodyPublishers.ofString("state=s3&code=c1"))
                    .build();
            assertThat(send(post)).isEqualTo(200);
            assertThat(expected.isHere()).isTrue();
        }
    }

    @Test
    void aStrangerWhoStallsKeepsNobodyWaiting() throws Exception {
        try (LoopbackReceiver receiver = LoopbackReceiver.listen(redirectUri, expected);
                Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(receiver).isNotNull();
            stranger.getOutputStream()
                    .write("POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            stranger.getOutputStream().flush();

            assertThat(get("/cb?code=c1&state=s3")).isEqualTo(200);
        }
    }

    @Test
    void leavesATakenPortToItsOwner() throws IOException {
        try (ServerSocket owner = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                LoopbackReceiver receiver = LoopbackReceiver.listen(redirectUri, expected)) {
            assertThat(owner.isBound()).isTrue();
            assertThat(receiver).isNull();
        }
    }

    @Test
    void listensForNoRedirectUriBeyondThisMachine() {
        assertThat(LoopbackReceiver.listen(URI.create("http://example.com:" + port), expected))
                .isNull();
        assertThat(LoopbackReceiver.listen(URI.create("https://localhost:" + port), expected))
                .isNull();
    }

    private int get(String pathAndQuery) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                .build());
    }

    private static int send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
