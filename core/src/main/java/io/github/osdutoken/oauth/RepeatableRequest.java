package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that may be sent again: on a failed connection, on 5xx, and on 429 when the server asks for a short pause. At
 * most three times, and within the back channel's timeout over all.
 */
final class RepeatableRequest {

    private static final Logger log = LoggerFactory.getLogger(RepeatableRequest.class);
    private static final int ATTEMPTS = 3;

    private final BackChannel channel;
    private final Duration pause;
    private final ReadOnlyHTTPRequest request;

    /**
     * Make a request that may be sent again.
     *
     * @param pause how long to wait when the server does not say
     */
    RepeatableRequest(BackChannel channel, Duration pause, ReadOnlyHTTPRequest request) {
        this.channel = channel;
        this.pause = pause;
        this.request = request;
    }

    HTTPResponse send() throws IOException {
        long end = System.nanoTime() + channel.timeout().toNanos();
        for (int attempt = 1; ; attempt++) {
            HTTPResponse response = null;
            IOException failure = null;
            try {
                response = channel.send(request, remaining(end));
            } catch (IOException e) {
                failure = e;
            }
            // A certificate that is not trusted now is not trusted in a second either.
            Optional<Duration> next = failure instanceof SSLException ? Optional.empty() : pauseAfter(response);
            if (attempt == ATTEMPTS
                    || next.isEmpty()
                    || next.get().compareTo(remaining(end)) >= 0
                    || Thread.currentThread().isInterrupted()) {
                return result(response, failure);
            }
            log.debug("{} is sent again in {}", request.getURI(), next.get());
            BackChannel.await(CompletableFuture.runAsync(() -> {}, after(next.get())), remaining(end));
        }
    }

    private Optional<Duration> pauseAfter(@Nullable HTTPResponse response) {
        if (response == null) {
            return Optional.of(pause);
        }
        int status = response.getStatusCode();
        if (status != 429 && status < 500) {
            return Optional.empty();
        }
        Optional<Duration> asked = retryAfter(response);
        return status == 429 ? asked : asked.or(() -> Optional.of(pause));
    }

    /** Read Retry-After in seconds; as a date it is too rare to be worth a clock's doubts. */
    static Optional<Duration> retryAfter(HTTPResponse response) {
        return Optional.ofNullable(response.getHeaderValue("Retry-After"))
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static HTTPResponse result(@Nullable HTTPResponse response, @Nullable IOException failure)
            throws IOException {
        if (response != null) {
            return response;
        }
        throw failure != null ? failure : new IOException("no answer");
    }

    private static Executor after(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Duration remaining(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
