package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what does not go through the browser, for one exchange and with one deadline. Each request is sent once, follows no
 * redirect, and has an answer in time or fails. Each has a connection of its own: one kept from earlier may have been closed by
 * the server meanwhile, and what is lost with it cannot always be sent again.
 *
 * <p>Nimbus' own sender uses HttpURLConnection, which silently repeats a POST on a broken connection; a code that is
 * posted twice is refused, and takes the tokens of the first post with it.
 */
final class BackChannel {

    private static final Logger log = LoggerFactory.getLogger(BackChannel.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final long end;
    private final Duration connectTimeout;

    /** Open a channel that has this long for all it sends. */
    BackChannel(Duration timeout) {
        this.end = System.nanoTime() + timeout.toNanos();
        this.connectTimeout = timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT;
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        return send(request, remaining());
    }

    HTTPResponse send(ReadOnlyHTTPRequest request, Duration limit) throws IOException {
        long start = System.nanoTime();
        // The request's own timeout would stop at the headers; the body counts too.
        HttpResponse<String> answer;
        try (OneRequestClient client = new OneRequestClient(connectTimeout)) {
            answer = await(client.send(translate(request), BoundedBody::new), limit);
        }
        log.debug(
                "{} {} answered {} in {} ms",
                request.getMethod(),
                request.getURI(),
                answer.statusCode(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return translate(answer);
    }

    /** Wait on a latch: for the future itself, JUnit's pool would start another test in place of the one that waits. */
    static <T> T await(CompletableFuture<T> future, Duration limit) throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<T> result = future.whenComplete((value, failure) -> done.countDown());
        try {
            if (!done.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                future.cancel(true);
                throw new HttpTimeoutException("no answer in time");
            }
            return result.get();
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
