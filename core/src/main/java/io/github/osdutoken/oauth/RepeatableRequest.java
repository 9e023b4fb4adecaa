package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that may be sent again: on a failed connection, an answer that does not come, a 5xx or Entra ID's {@code
 * temporarily_unavailable}, and on 429 when the server says for how long to wait. At most three times, and within the back
 * channel's deadline over all.
 */
final class RepeatableRequest {

    private static final Logger log = LoggerFactory.getLogger(RepeatableRequest.class);
    private static final int ATTEMPTS = 3;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int MOST_CAUSES = 8;
    private static final int MOST_DIGITS = 9;
    private static final Duration FOR_EVER = Duration.ofSeconds(999_999_999);

    private final BackChannel channel;
    private final Duration pause;
    private final Supplier<? extends ReadOnlyHTTPRequest> request;

    /**
     * Make a request that may be sent again.
     *
     * @param pause how long to wait when the server does not say
     * @param request what makes the request each time: a client assertion, for one, serves once
     */
    RepeatableRequest(BackChannel channel, Duration pause, Supplier<? extends ReadOnlyHTTPRequest> request) {
        this.channel = channel;
        this.pause = pause;
        this.request = request;
    }

    /** Make a GET. */
    static RepeatableRequest get(BackChannel channel, Duration pause, URI uri) {
        return new RepeatableRequest(channel, pause, () -> new HTTPRequest(HTTPRequest.Method.GET, uri));
    }

    HTTPResponse send() throws IOException {
        for (int attempt = 1; ; attempt++) {
            HTTPResponse response = null;
            IOException failure = null;
            Duration left = channel.remaining();
            try {
                // Half of the time for an answer that does not come, so that asking again is still possible.
                response = channel.send(request.get(), attempt < ATTEMPTS ? left.dividedBy(2) : left);
            } catch (IOException e) {
                failure = e;
            }
            Optional<Duration> next = failure != null && isLasting(failure) ? Optional.empty() : pauseAfter(response);
            if (attempt == ATTEMPTS
                    || next.isEmpty()
                    || next.get().compareTo(channel.remaining()) >= 0
                    || Thread.currentThread().isInterrupted()) {
                return result(response, failure);
            }
            log.debug("Sent again in {}", next.get());
            BackChannel.await(CompletableFuture.runAsync(() -> {}, after(next.get())), channel.remaining());
        }
    }

    /**
     * Tell whether the same would come of it in a second: no TLS is spoken there, the certificate is not trusted, the answer
     * has no end. A handshake that was cut short, as by a balancer that restarts, is like any connection that broke.
     */
    private static boolean isLasting(IOException failure) {
        if (failure instanceof SSLHandshakeException) {
            return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                    .limit(MOST_CAUSES)
                    .anyMatch(GeneralSecurityException.class::isInstance);
        }
        return failure instanceof SSLException || failure instanceof BoundedBody.TooLongException;
    }

    private Optional<Duration> pauseAfter(@Nullable HTTPResponse response) {
        if (response == null) {
            return Optional.of(pause);
        }
        int status = response.getStatusCode();
        if (status == 429) {
            return retryAfter(response);
        }
        return status >= 500 || isTemporary(response)
                ? retryAfter(response).or(() -> Optional.of(pause))
                : Optional.empty();
    }

    private static boolean isTemporary(HTTPResponse response) {
        return ErrorResponse.parse(response, List.of())
                .filter(error -> error.error().equals("temporarily_unavailable"))
                .isPresent();
    }

    /** Read Retry-After (RFC 9110, section 10.2.3): seconds, or a date, counted from the server's own Date if it says one. */
    static Optional<Duration> retryAfter(HTTPResponse response) {
        String value = header(response, "Retry-After").orElse("");
        if (DIGITS.matcher(value).matches()) {
            // However long: an absurd wait is none that ends in time, and not one that was left out.
            return Optional.of(value.length() > MOST_DIGITS ? FOR_EVER : Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value)
                .map(until -> Duration.between(
                        header(response, "Date")
                                .flatMap(RepeatableRequest::date)
                                .orElseGet(Instant::now),
                        until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<String> header(HTTPResponse response, String name) {
        return Optional.ofNullable(response.getHeaderValue(name)).map(String::strip);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
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
}
