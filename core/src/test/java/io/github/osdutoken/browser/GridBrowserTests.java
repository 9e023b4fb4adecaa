package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TraceMode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A Grid that lends a browser and then fails in ways that a real one cannot be brought to. */
class GridBrowserTests {

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch deletions = new CountDownLatch(2);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer grid;

    @BeforeEach
    void start() throws IOException {
        grid = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        grid.setExecutor(threads);
        grid.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        grid.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        grid.stop(0);
        threads.shutdownNow();
    }

    @Test
    void saysWithoutTheAddressThatACommandWasNotCarriedOut() {
        try (Browser browser = Browser.start(options(), null, (address, body) -> {})) {
            SignInException e = catchThrowableOfType(
                    SignInException.class,
                    () -> browser.open(URI.create("https://login.example/authorize?state=secret-1")));

            assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(e.getMessage()).contains("a command was not carried out (");
            StringWriter all = new StringWriter();
            e.printStackTrace(new PrintWriter(all));
            assertThat(all.toString()).doesNotContain("secret-1");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody watches over a JVM's end there")
    void leavesItToCurlWhenTheGridDoesNotSayThatTheSessionHasEnded() throws Exception {
        Browser browser = Browser.start(options(), null, (address, body) -> {});

        assertTimeoutPreemptively(Duration.ofSeconds(30), browser::close); // Selenium alone: 180 s
        assertThat(deletions.await(20, TimeUnit.SECONDS)).as("ours, and curl's").isTrue();
    }

    private SignInOptions options() {
        URI uri = URI.create("http://127.0.0.1:" + grid.getAddress().getPort());
        return new SignInOptions(
                Set.of(), false, false, null, "auto", true, uri, Duration.ofSeconds(20), TraceMode.OFF, null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("DELETE")) {
            deletions.countDown();
            await();
        } else if (path.endsWith("/url")) {
            answer(exchange, 502, "<h1>Bad gateway</h1>");
        } else {
            answer(
                    exchange,
                    200,
                    path.equals("/session")
                            ? "{\"value\":{\"sessionId\":\"s1\",\"capabilities\":{\"browserName\":\"chrome\"}}}"
                            : "{\"value\":null}");
        }
    }

    private void await() {
        try {
            assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
