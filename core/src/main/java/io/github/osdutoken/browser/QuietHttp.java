package io.github.osdutoken.browser;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.Contents;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.HttpResponse;

/**
 * Talks to the driver as Selenium does by default, with bodies that print nothing: Selenium logs each request with its
 * body, which holds what is typed.
 */
final class QuietHttp implements HttpClient.Factory {

    private final HttpClient.Factory standard = HttpClient.Factory.createDefault();
    private final @Nullable Duration patience;
    private volatile int status;

    QuietHttp() {
        this(null);
    }

    /**
     * Talk to a driver that may not answer.
     *
     * @param patience how long a session may take to begin, or {@code null} for as long as any command
     */
    QuietHttp(@Nullable Duration patience) {
        this.patience = patience;
    }

    /** Return the status of the last answer, 0 before the first. */
    int status() {
        return status;
    }

    @Override
    public HttpClient createClient(ClientConfig config) {
        HttpClient client = standard.createClient(config);
        // A proxy, since the interface has methods that are about to be removed and would have to be implemented.
        return (HttpClient) Proxy.newProxyInstance(
                QuietHttp.class.getClassLoader(), new Class<?>[] {HttpClient.class}, (proxy, method, arguments) -> {
                    Duration limit = null;
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof HttpRequest request) {
                        request.setContent(new Unshown(request.getContent()));
                        limit = request.getUri().endsWith("/session") ? patience : null;
                    }
                    try {
                        Object answer = limit != null && method.getName().equals("execute")
                                ? within(limit, client.executeAsync((HttpRequest) arguments[0]))
                                : method.invoke(client, arguments);
                        if (answer instanceof HttpResponse response) {
                            status = response.getStatus();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static HttpResponse within(Duration limit, CompletableFuture<HttpResponse> answer) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebDriverException("Interrupted while a session began", e);
        } catch (ExecutionException e) {
            throw new WebDriverException("No session began", e.getCause());
        } catch (TimeoutException e) {
            throw new WebDriverException("No session began within " + limit.toSeconds() + " s", e);
        } finally {
            answer.cancel(true);
        }
    }

    private record Unshown(Contents.Supplier content) implements Contents.Supplier {

        @Override
        public InputStream get() {
            return content.get();
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public String contentAsString(Charset charset) {
            return content.contentAsString(charset);
        }

        @Override
        public void close() throws IOException {
            content.close();
        }

        @Override
        public String toString() {
            return "<not shown>";
        }
    }
}
