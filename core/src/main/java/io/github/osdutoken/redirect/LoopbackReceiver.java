package io.github.osdutoken.redirect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at a redirect URI on the loopback interface (RFC 8252, section 7.3) until closed. It answers the expected
 * path and state once, and everybody else with 404.
 *
 * <p>It never listens on anything but 127.0.0.1 and ::1, and on both where there are both: a browser tries ::1 first
 * for {@code localhost}, so half a receiver would leave the code to whoever has the other half.
 */
public final class LoopbackReceiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackReceiver.class);

    private static final int LONGEST_BODY = 64 * 1024;

    private static final String ANSWERED = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Answer received</title></head>
            <body style="font-family: sans-serif; margin: 15vh auto; max-width: 32em">
            <h1>Answer received</h1><p>You can close this page.</p></body></html>
            """;

    private final List<HttpServer> servers;

    private LoopbackReceiver(List<HttpServer> servers) {
        this.servers = servers;
    }

    /**
     * Listen for the answer.
     *
     * @param redirectUri where
     * @param expected what is told of each request
     * @return the receiver, or {@code null} when the redirect URI is not plain {@code http} on loopback or its port is
     *     taken: then only the browser's own navigation shows the answer
     */
    public static @Nullable LoopbackReceiver listen(URI redirectUri, ExpectedRedirect expected) {
        List<HttpServer> servers = new ArrayList<>();
        try {
            if ("http".equalsIgnoreCase(redirectUri.getScheme())) {
                int port = redirectUri.getPort() < 0 ? 80 : redirectUri.getPort();
                for (InetAddress address : addresses(redirectUri.getHost())) {
                    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
                    servers.add(server);
                    // A thread for each request: a stranger who stalls must not keep the browser waiting.
                    server.setExecutor(LoopbackReceiver::onDaemonThread);
                    server.createContext("/", exchange -> answer(exchange, expected));
                }
            }
        } catch (IOException e) {
            LOG.debug(
                    "Cannot listen at {} ({}); the browser's navigation shows the answer", redirectUri, e.getMessage());
            servers.forEach(server -> server.stop(0));
            return null;
        }
        servers.forEach(HttpServer::start);
        return servers.isEmpty() ? null : new LoopbackReceiver(servers);
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }

    private static void onDaemonThread(Runnable task) {
        Thread thread = new Thread(task, "osdu-redirect");
        thread.setDaemon(true);
        thread.start();
    }

    private static List<InetAddress> addresses(String host) throws IOException {
        InetAddress four = InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1});
        InetAddress six = InetAddress.getByAddress(host, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "127.0.0.1" -> List.of(four);
            case "[::1]" -> List.of(six);
            case "localhost" -> NetworkInterface.getByInetAddress(six) == null ? List.of(four) : List.of(four, six);
            default -> List.of();
        };
    }

    private static void answer(HttpExchange exchange, ExpectedRedirect expected) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
            boolean ours = expected.received(exchange.getRequestMethod(), exchange.getRequestURI(), body);
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
