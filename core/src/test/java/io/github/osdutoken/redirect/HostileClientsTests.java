package io.github.osdutoken.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Fuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody on this machine, and any web page in a browser on it, can talk to the redirect receiver. */
class HostileClientsTests {

    private static final String STATE = "s3cret-state";
    private static final int PATIENCE_MILLIS = 15_000;

    private final int port = freePort();
    private final URI redirectUri = URI.create("http://localhost:" + port + "/cb");
    private final ExpectedRedirect expected = new ExpectedRedirect(redirectUri, STATE);
    private final LoopbackReceiver receiver =
            Objects.requireNonNull(LoopbackReceiver.listen(redirectUri, expected), "another program has the port");
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        receiver.close();
    }

    /** Requests that are not what a browser sends; none has the state, and none is believed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /cb?code=c&state=guess HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET /cb?code=c&state=guess HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\n\r\n",
                "GET http://evil.example/cb?code=c&state=guess HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET /cb?code=c&state=guess HTTP/1.0\r\n\r\n",
                "GET /cb?code=c&state= HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /cb?code=c&state HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /cb?code=c&state[]=s3cret-state HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /cb?code=c&state=%73%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /cb?code=%ff%fe&state=%c0%80 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /cb/../cb?code=c&state=guess HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /cb%2f?code=c&state=s3cret-state HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET //cb?code=c&state=s3cret-state HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET\r\n\r\n",
                "\r\n\r\n\r\n\r\n",
                "\0\0\0\0",
                "\u0016\u0003\u0001\u0002\0\u0001\0\u0001",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /cb HTTP/9.9\r\nHost: x\r\n\r\n",
                "POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\ncode=c&state=guess",
                "POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\ncode=c",
                "POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\ncode=c&state=guess",
                "POST /cb HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\ncode=c&state=guess\r\n0\r\n\r\n",
                "POST /cb HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\ncode=c\r\n0\r\n\r\n",
                "POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /cb?code=c&state=guess HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nA : b\r\n c: d\r\n\r\n"
            })
    void areNotBelievedNorDoTheyStopTheBrowser(String request) throws Exception {
        send(request);

        assertThat(expected.isHere()).isFalse();
        assertTheBrowserIsServed();
    }

    @Test
    void sayThatTheyWillSayMoreAndDoNot() throws Exception {
        for (int i = 0; i < 20; i++) {
            send(List.of(
                            "",
                            "G",
                            "GET /cb?code=c HTTP/1.1\r\nHost: x\r\n",
                            "POST /cb HTTP/1.1\r\nContent-Length: 9\r\n\r\nc")
                    .get(i % 4));
        }

        assertTheBrowserIsServed();
    }

    @Test
    void areMoreThanAnybodyCanServe() throws Exception {
        for (int i = 0; i < 300; i++) {
            send("POST /cb HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nc");
        }

        assertThat(receivingThreads()).isLessThanOrEqualTo(2 * 64);
        // Nobody is left to serve the browser, so what it was led to counts.
        expected.browserWentTo(redirectUri + "?code=c1&state=" + STATE, null);
        assertThat(expected.await(Duration.ZERO)).isNotNull();
        assertThat(receiver).isNotNull();
        receiver.close();
        assertThat(isFree()).as("the port").isTrue();
    }

    @Test
    void sendHeadersWithoutEnd() throws Exception {
        Socket socket = send("GET /cb?code=c&state=guess HTTP/1.1\r\n");
        try {
            for (int i = 0; i < 2000; i++) {
                write(socket, "X-" + i + ": " + "x".repeat(4000) + "\r\n");
            }
        } catch (IOException e) {
            assertThat(e).as("the end of patience").isNotNull();
        }

        assertTheBrowserIsServed();
    }

    @Test
    void sendAnything() {
        String good =
                "POST /cb?x=y HTTP/1.1\r\nHost: localhost:1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 24\r\nConnection: close\r\n\r\ncode=c1&state=not-secret";
        Fuzz.run(150, random -> {
            try (Socket socket = socket()) {
                write(socket, Fuzz.mutated(good, random));
                socket.shutdownOutput();
            } catch (IOException e) {
                assertThat(socket().isConnected()).as("somebody listens").isTrue();
            }
            assertThat(expected.isHere()).isFalse();
        });
    }

    private void assertTheBrowserIsServed() throws Exception {
        Socket browser = send("GET /cb?code=c1&state=" + STATE + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n");
        browser.setSoTimeout(PATIENCE_MILLIS);
        String answer = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain(STATE).doesNotContain("c1");
        assertThat(expected.isAnswered()).isTrue();
    }

    private Socket send(String text) throws IOException {
        Socket socket = socket();
        write(socket, text);
        return socket;
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private boolean isFree() {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static long receivingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("osdu-redirect"))
                .count();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
