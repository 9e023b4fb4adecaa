package io.github.osdutoken.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys an issuer signs with, as it publishes them. They are kept for some minutes, so that many users cost one
 * request; whoever meets a signature by none of those kept reads them anew, since issuers change keys without notice.
 */
final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    /** A withdrawn key is believed no longer than this. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final Map<URI, Read> READ = new ConcurrentHashMap<>();

    private record Read(JWKSet keys, long at) {}

    private final URI uri;
    private final BackChannel channel;
    private final Duration pause;

    SigningKeys(URI uri, BackChannel channel, Duration pause) {
        this.uri = uri;
        this.channel = channel;
        this.pause = pause;
    }

    /** Return the keys that were read lately, if they were. */
    Optional<JWKSet> kept() {
        return Optional.ofNullable(READ.get(uri))
                .filter(read -> System.nanoTime() - read.at < KEPT.toNanos())
                .map(Read::keys);
    }

    /** Ask the issuer for its keys before they are needed. Who needs them asks again if that failed. */
    void readAhead() {
        try {
            read();
        } catch (RuntimeException e) {
            log.debug("The keys at {} were not to be had ahead of time: {}", uri, e.getMessage());
        }
    }

    /** Ask the issuer for its keys. */
    JWKSet read() {
        String attempted = "Reading the issuer's keys at " + uri;
        HTTPResponse response;
        try {
            response = RepeatableRequest.get(channel, pause, uri).send();
        } catch (IOException e) {
            throw Unusable.noAnswer(attempted, uri, e, Unusable.CHECK_NETWORK);
        }
        if (response.getStatusCode() != 200) {
            throw Unusable.unexpected(attempted, response);
        }
        try {
            JWKSet keys = JoseParser.keys(Objects.requireNonNullElse(response.getBody(), ""));
            READ.put(uri, new Read(keys, System.nanoTime()));
            return keys;
        } catch (ParseException e) {
            throw SignInException.of(
                    Reason.PROTOCOL,
                    attempted,
                    "The answer is " + Unusable.contentType(response) + " and not a JSON Web Key Set.",
                    "Check osdu.issuer, and that no proxy or sign-in gateway answers in the server's place.");
        }
    }
}
