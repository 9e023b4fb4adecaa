package io.github.osdutoken.redirect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens at one port of the loopback interface for all who expect an answer there.
 *
 * <p>It never listens on anything but 127.0.0.1 and ::1, and on both where there are both: a browser tries ::1 first
 * for {@code localhost}, so half a receiver would leave the code to whoever has the other half.
 */
final class LoopbackServer implements AutoCloseable {

    private static final int LONGEST_BODY = 64 * 1024;

    /** Strangers who stall can take them all. Then the browser's own navigation shows the answer. */
    private static final int MOST_AT_ONCE = 64;

    private static final String ANSWERED = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Answer received</title></head>
            <body style="font-family: sans-serif; margin: 15vh auto; max-width: 32em">
            <h1>Answer received</h1><p>You can close this page.</p></body></html>
            """;

    /** A thread for each request: a stranger who stalls must not keep the browser waiting. */
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST_AT_ONCE,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            LoopbackServer::daemon,
            new ThreadPoolExecutor.DiscardPolicy());

    private final List<HttpServer> servers = new ArrayList<>();
    private final Set<ExpectedRedirect> expected = ConcurrentHashMap.newKeySet();

    private LoopbackServer() {}

    /** Return a server that listens, or {@code null} when the host is not one of this machine's loopback names. */
    static @Nullable LoopbackServer start(String host, int port) throws IOException {
        LoopbackServer listening = new LoopbackServer();
        try {
            for (InetAddress address : addresses(host)) {
                HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
                listening.servers.add(server);
                server.setExecutor(listening.threads);
                server.createContext("/", listening::answer);
            }
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        listening.servers.forEach(HttpServer::start);
        return listening.servers.isEmpty() ? null : listening;
    }

    void expect(ExpectedRedirect redirect) {
        expected.add(redirect);
    }

    /** Expect something no longer, and tell whether that was the last. */
    boolean isLastOf(ExpectedRedirect redirect) {
        return expected.remove(redirect) && expected.isEmpty();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "osdu-redirect");
        thread.setDaemon(true);
        return thread;
    }

    private static List<InetAddress> addresses(String host) throws IOException {
        InetAddress four = InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1});
        InetAddress six = InetAddress.getByAddress(host, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        return switch (host) {
            case "127.0.0.1" -> List.of(four);
            case "[::1]" -> List.of(six);
            case "localhost" -> NetworkInterface.getByInetAddress(six) == null ? List.of(four) : List.of(four, six);
            default -> List.of();
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
            boolean ours = expected.stream()
                    .anyMatch(one -> one.received(exchange.getRequestMethod(), exchange.getRequestURI(), body));
            byte[] page = (ours ? ANSWERED : "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(ours ? 200 : 404, page.length == 0 ? -1 : page.length);
            if (page.length > 0) {
                exchange.getResponseBody().write(page);
            }
        }
    }
}
