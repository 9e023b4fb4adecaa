package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on loopback that gives prepared answers, in turn and the last one for ever, and keeps requests. */
final class CannedServer implements AutoCloseable {

    record Received(String method, String path, String contentType, String authorization, String body) {
        Map<String, String> form() {
            Map<String, String> form = new TreeMap<>();
            URLUtils.parseParameters(body).forEach((name, values) -> form.put(name, String.join("|", values)));
            return form;
        }
    }

    private record Answer(int status, String contentType, String body, Map<String, String> headers) {}

    private static final Answer BREAK = new Answer(0, "", "", Map.of());
    private static final Answer STALL = new Answer(-1, "", "", Map.of());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    CannedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    CannedServer json(String path, int status, String body) {
        return answer(path, status, "application/json; charset=utf-8", body, Map.of());
    }

    /** Forget the answers prepared for a path. */
    CannedServer clear(String path) {
        answers.remove(path);
        return this;
    }

    CannedServer answer(String path, int status, String contentType, String body, Map<String, String> headers) {
        return add(path, new Answer(status, contentType, body, headers));
    }

    /** Read the whole request, then close the connection. */
    CannedServer breakConnection(String path) {
        return add(path, BREAK);
    }

    /** Send headers and a part of the body, and no more. */
    CannedServer stall(String path) {
        return add(path, STALL);
    }

    private CannedServer add(String path, Answer answer) {
        answers.computeIfAbsent(path, p -> new ArrayDeque<>()).add(answer);
        return this;
    }

    List<Received> received(String path) {
        return received.stream().filter(r -> r.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        received.add(new Received(
                exchange.getRequestMethod(),
                path,
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Answer answer = next(path);
        if (answer.equals(BREAK)) {
            exchange.close();
            return;
        }
        if (answer.equals(STALL)) {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer next(String path) {
        Deque<Answer> queue = answers.getOrDefault(path, new ArrayDeque<>());
        synchronized (queue) {
            return queue.size() > 1
                    ? queue.remove()
                    : queue.isEmpty() ? new Answer(404, "text/html", "<html>", Map.of()) : queue.element();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
