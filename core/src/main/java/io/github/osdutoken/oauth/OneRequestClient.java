package io.github.osdutoken.oauth;

import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP client for one request, and a connection that nobody uses before or after. */
final class OneRequestClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OneRequestClient.class);

    /** All clients' threads: each client would have some of its own, and keep them for a minute. */
    private static final Executor THREADS =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "osdu-back-channel");
                thread.setDaemon(true);
                return thread;
            });

    /** Since Java 21; before, a client has a thread and a connection until it is collected as garbage. */
    private static final @Nullable Method SHUTDOWN_NOW = shutdownNow();

    private final HttpClient client;

    OneRequestClient(Duration connectTimeout) {
        client = HttpClient.newBuilder()
                // HTTP/2 may send a request again on a new connection when the server closes the old one.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(THREADS)
                .build();
    }

    <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        return client.sendAsync(request, body);
    }

    @Override
    public void close() {
        if (SHUTDOWN_NOW != null) {
            try {
                SHUTDOWN_NOW.invoke(client);
            } catch (ReflectiveOperationException e) {
                LOG.debug("The client goes with the garbage", e);
            }
        }
    }

    private static @Nullable Method shutdownNow() {
        try {
            return HttpClient.class.getMethod("shutdownNow");
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
