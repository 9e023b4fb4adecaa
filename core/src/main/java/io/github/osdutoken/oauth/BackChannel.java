package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what does not go through the browser. Each request is sent once, follows no redirect, and has an answer within
 * the timeout or fails.
 *
 * <p>Nimbus' own sender uses HttpURLConnection, which silently repeats a POST on a broken connection; a code that is
 * posted twice is refused, and takes the tokens of the first post with it.
 */
final class BackChannel implements HTTPRequestSender {

    private static final Logger log = LoggerFactory.getLogger(BackChannel.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Duration timeout;
    private final HttpClient client;

    BackChannel(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                // HTTP/2 may send a request again on a new connection when the server closes the old one.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
                .build();
    }

    Duration timeout() {
        return timeout;
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        return send(request, timeout);
    }

    HTTPResponse send(ReadOnlyHTTPRequest request, Duration remaining) throws IOException {
        long start = System.nanoTime();
        // The request's own timeout would stop at the headers; the body counts too.
        HttpResponse<String> answer =
                await(client.sendAsync(translate(request), HttpResponse.BodyHandlers.ofString()), remaining);
        log.debug(
                "{} {} answered {} in {} ms",
                request.getMethod(),
                request.getURI(),
                answer.statusCode(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return translate(answer);
    }

    static <T> T await(CompletableFuture<T> future, Duration remaining) throws IOException {
        try {
            return future.get(remaining.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new HttpTimeoutException("no answer in time");
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private static HttpRequest translate(ReadOnlyHTTPRequest request) {
        String body = Optional.ofNullable(request.getBody()).orElse("");
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI())
                .method(
                        request.getMethod().name(),
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("Accept", "application/json");
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private static HTTPResponse translate(HttpResponse<String> answer) {
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
        response.setBody(answer.body());
        return response;
    }
}
