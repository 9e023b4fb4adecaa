package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFaultsTests {

    private static final RefreshToken TOKEN = new RefreshToken("canary-refresh-token");

    private final Entra entra = new Entra();

    TransientFaultsTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void asksAgainWhenARefreshIsLost() {
        entra.http.breakConnection(Entra.TOKEN).json(Entra.TOKEN, 200, Entra.answer(null));

        assertThat(entra.tokenEndpoint(Entra.PUBLIC).refresh(TOKEN)).isInstanceOf(RefreshResult.Refreshed.class);
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(2);
    }

    @Test
    void asksAgainWhenAnAnswerDoesNotEnd() {
        entra.http.stall(Entra.TOKEN).json(Entra.TOKEN, 200, Entra.answer(null));

        assertThat(within(Duration.ofSeconds(3)).refresh(TOKEN)).isInstanceOf(RefreshResult.Refreshed.class);
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(2);
    }

    @Test
    void asksAgainWhatIsTemporarilyUnavailableWhateverItsStatus() {
        entra.http
                .json(Entra.TOKEN, 400, "{\"error\":\"temporarily_unavailable\"}")
                .json(Entra.TOKEN, 200, Entra.answer(null));

        assertThat(entra.tokenEndpoint(Entra.PUBLIC).refresh(TOKEN)).isInstanceOf(RefreshResult.Refreshed.class);
    }

    @Test
    void waitsUntilTheDateThatTheServerNames() {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        entra.http
                .answer(Entra.TOKEN, 429, "text/plain", "Too Many Requests", Map.of("Retry-After", now))
                .json(Entra.TOKEN, 200, Entra.answer(null));

        assertThat(entra.tokenEndpoint(Entra.PUBLIC).refresh(TOKEN)).isInstanceOf(RefreshResult.Refreshed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                             |                               | PT0S",
                " 7                            |                               | PT7S",
                "Tue, 24 Nov 2026 10:00:30 GMT | Tue, 24 Nov 2026 10:00:00 GMT | PT30S",
                "Tue, 24 Nov 2026 10:00:00 GMT | Tue, 24 Nov 2026 10:00:30 GMT | PT0S",
                "Sun, 06 Nov 1994 08:49:37 GMT |                               | PT0S",
                "soon                          |                               | ",
                "-1                            |                               | ",
                "12345678901234567890          |                               | PT277777H46M39S",
            })
    void readsRetryAfterAsSecondsOrDate(String value, String date, Duration wait) throws Exception {
        HTTPResponse response = new HTTPResponse(429);
        response.setHeader("Retry-After", value);
        if (date != null) {
            response.setHeader("Date", date);
        }

        assertThat(RepeatableRequest.retryAfter(response).orElse(null)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "99999999", "12345678901234567890", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void endsAtItsDeadlineWhateverTheServerPromises(String retryAfter) {
        entra.http.answer(Entra.TOKEN, 503, "text/plain", "busy", Map.of("Retry-After", retryAfter));
        long start = System.nanoTime();

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> within(Duration.ofSeconds(1)).refresh(TOKEN))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(1);
    }

    @Test
    void theKeysShareTheDeadlineOfTheirToken() {
        entra.http.json(
                Entra.TOKEN, 200, Entra.answer(Entra.signed(entra.claims(null).build())));
        entra.http.clear(Entra.KEYS).stall(Entra.KEYS);
        long start = System.nanoTime();

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> within(Duration.ofSeconds(1)).refresh(TOKEN))
                .withMessageContaining("did not answer in time");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void neverSendsACodeAgain() {
        entra.http.stall(Entra.TOKEN).json(Entra.TOKEN, 200, Entra.answer(null));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> within(Duration.ofMillis(500))
                        .exchange(
                                new AuthorizationCode("canary-code"),
                                new AuthorizationRequest(entra.server(), Entra.PUBLIC)))
                .withMessageContaining("did not answer in time. Run again: the code may have been used, so it is not"
                        + " sent a second time.");
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(1);
    }

    private TokenEndpoint within(Duration timeout) {
        return new TokenEndpoint(entra.server(), Entra.PUBLIC, null, timeout, Entra.CLOCK, Duration.ofMillis(10));
    }
}
