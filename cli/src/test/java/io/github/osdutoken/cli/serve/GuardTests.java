package io.github.osdutoken.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.cli.serve.RawHttp.Answer;
import io.github.osdutoken.emulator.Emulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the page turns away: requests as an attacker sends them. */
class GuardTests {

    @TempDir
    private static Path folder;

    private static Emulator emulator;
    private static Served served;
    private static URI own;
    private static RawHttp page;

    @BeforeAll
    static void start() {
        emulator = Emulator.start();
        served = Served.at(emulator, folder, Map.of());
        own = served.page().uri();
        page = RawHttp.asThePage(own);
    }

    @AfterAll
    static void stop() {
        served.close();
        emulator.close();
    }

    @Test
    void answersOnLoopbackOnly() throws Exception {
        assertThat(own.getHost()).isEqualTo("127.0.0.1");
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(network.getInetAddresses())) {
                if (!address.getHostAddress().equals("127.0.0.1")) {
                    assertThat(connects(new InetSocketAddress(address, own.getPort())))
                            .as(address.toString())
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "127.0.0.1", "evil.example:{port}", "localhost:{port}"})
    void knowsItsOwnNameOnly(String host) throws Exception {
        RawHttp rebound = admitted().with("Host", host.replace("{port}", "" + own.getPort()));

        assertThat(rebound.get("/").status()).isEqualTo(421);
        assertThat(rebound.get("/api/state").status()).isEqualTo(421);
        assertThat(rebound.post("/api/refresh", "{}").status()).isEqualTo(421);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Origin          | http://evil.example
            Origin          | null
            Origin          | http://127.0.0.1:1
            Origin          | ''
            Sec-Fetch-Site  | cross-site
            Sec-Fetch-Site  | same-site
            Sec-Fetch-Site  | none
            Content-Type    | text/plain
            Content-Type    | application/x-www-form-urlencoded
            Content-Type    | ''
            """)
    void takesChangesFromItselfOnly(String header, String value) throws Exception {
        assertThat(admitted().with(header, value).post("/api/stop", "{}").status())
                .isEqualTo(403);
        assertThat(page.with(header, value).post("/api/admission", code()).status())
                .as("nor even the right code")
                .isEqualTo(403);
        assertThat(admitted().get("/api/state").status()).as("it goes on").isEqualTo(200);
    }

    @Test
    void asksForCookieAndKey() throws Exception {
        RawHttp admitted = admitted();
        assertThat(admitted.get("/api/state").status()).isEqualTo(200);

        for (RawHttp other : new RawHttp[] {
            page,
            admitted.with("Cookie", ""),
            admitted.with("Cookie", "osdu-page-" + own.getPort() + "=guess"),
            admitted.with(Guard.KEY_HEADER, ""),
            admitted.with(Guard.KEY_HEADER, "guess")
        }) {
            assertThat(other.get("/api/state").status()).isEqualTo(401);
            assertThat(other.get("/api/form").status()).isEqualTo(401);
            for (String action : new String[] {"sign-in", "refresh", "cancel", "copy", "stop"}) {
                assertThat(other.post("/api/" + action, "{}").status())
                        .as(action)
                        .isEqualTo(401);
            }
        }
        assertThat(page.get("/picture").status()).isEqualTo(401);
        assertThat(page.get("/trace/0/index.html").status()).isEqualTo(401);
    }

    @Test
    @Timeout(10)
    void isNotHeldUpByThoseWhoNeverEnd() throws Exception {
        List<Socket> flood = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), own.getPort());
                flood.add(slow);
                slow.getOutputStream()
                        .write(("POST /api/stop HTTP/1.1\r\nHost: " + own.getAuthority()
                                        + "\r\nContent-Length: 9\r\n\r\n{")
                                .getBytes(UTF_8));
            }

            assertThat(admitted().get("/api/state").status()).isEqualTo(200);
        } finally {
            for (Socket slow : flood) {
                slow.close();
            }
        }
    }

    @Test
    void changesNothingByGet() throws Exception {
        for (String action : new String[] {"admission", "sign-in", "refresh", "cancel", "copy", "stop"}) {
            Answer answer = admitted().get("/api/" + action);
            assertThat(answer.status()).as(action).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo("POST");
        }
        assertThat(admitted().send("OPTIONS", "/api/state", "").status()).isEqualTo(405);
        assertThat(admitted().send("TRACE", "/", "").status()).isEqualTo(405);
    }

    @Test
    void takesACodeOnce() throws Exception {
        String code = code();
        assertThat(page.post("/api/admission", code).status()).isEqualTo(200);
        assertThat(page.post("/api/admission", code).status()).isEqualTo(403);
        assertThat(served.codes())
                .as("what the terminal shows")
                .endsWith(served.page().code());
        assertThat(page.post("/api/admission", code()).status())
                .as("the next one")
                .isEqualTo(200);
    }

    @Test
    void letsNobodyGuess() throws Exception {
        try (Served guessed = Served.at(emulator, folder, Map.of())) {
            RawHttp guesser = RawHttp.asThePage(guessed.page().uri());
            for (int i = 0; i < 50; i++) {
                assertThat(guesser.post("/api/admission", "{\"code\":\"AAAA-" + i + "\"}")
                                .status())
                        .isEqualTo(403);
            }
            assertThat(guessed.codes()).containsExactly("");
            assertThat(guesser.post("/api/admission", "{\"code\":\"\"}").status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trace/0/../secret.txt",
                "/trace/0/..%2fsecret.txt",
                "/trace/0/%2e%2e/secret.txt",
                "/trace/0/..",
                "/trace/0/%2e%2e%2fsecret.txt",
                "/trace/0/..\\secret.txt",
                "/trace/0//etc/passwd",
                "/trace/0/link",
                "/trace/0/",
                "/trace/0",
                "/trace/1/index.html",
                "/trace/-1/index.html",
                "/trace/99999999999/index.html",
                "/trace/0/inner/file",
                "/trace/0/..;/secret.txt",
                "/..%2f..%2fetc/passwd",
                "/page.html",
                "/Assets.class"
            })
    void servesATracesFilesAndNoOthers(String path) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "canary");
        Path trace = Files.createTempDirectory(folder, "trace");
        Files.writeString(trace.resolve("index.html"), "canary");
        Files.createDirectories(trace.resolve("inner"));
        Files.writeString(trace.resolve("inner").resolve("file"), "canary");
        Files.createSymbolicLink(trace.resolve("link"), secret);
        TraceShelf shelf = new TraceShelf();
        assertThat(shelf.add(trace.resolve("index.html"))).isEqualTo("/trace/0/index.html");

        assertThat(new String(shelf.find(path).body().array(), UTF_8)).doesNotContain("canary");
        Answer answer = admitted().get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("canary", "root:");
    }

    @Test
    void runsNoScriptOfATrace() throws Exception {
        Path trace = Files.createTempDirectory(folder, "trace");
        Files.writeString(trace.resolve("index.html"), "<script>");
        TraceShelf shelf = new TraceShelf();

        Reply reply = shelf.find(shelf.add(trace.resolve("index.html")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script-src", "allow-scripts");
    }

    @Test
    void keepsEveryAnswerToItself() throws Exception {
        for (Answer answer : new Answer[] {
            page.get("/"),
            page.get("/page.js"),
            admitted().get("/api/state"),
            page.get("/nothing"),
            page.get("/%"),
            page.post("/api/admission", "{}"),
            page.post("/api/admission", "x".repeat(70_000))
        }) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'none'")
                    .doesNotContain("unsafe", "http:", "https:", "*");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("Server")).isEmpty();
        }
        assertThat(page.post("/api/admission", code()).header("Set-Cookie"))
                .endsWith("; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void showsNothingSecretBeforeSomebodySignsIn() throws Exception {
        String form = admitted().get("/api/form").body();

        assertThat(form)
                .contains("the environment variable OSDU_PASSWORD", emulator.clientId())
                .doesNotContain(emulator.user("default").password(), "Grün");
        assertThat(page.get("/").body() + page.get("/form.js").body())
                .doesNotContain(emulator.clientId(), "http://", "https://", "<style", "onclick");
    }

    private RawHttp admitted() throws IOException {
        Answer answer = page.post("/api/admission", code());
        assertThat(answer.status()).isEqualTo(200);
        String key = new JsonMapper().readTree(answer.body()).path("key").asText();
        return page.with("Cookie", answer.header("Set-Cookie").split(";", 2)[0]).with(Guard.KEY_HEADER, key);
    }

    private String code() {
        return "{\"code\":\"" + served.page().code() + "\"}";
    }

    private static boolean connects(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, 2000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
