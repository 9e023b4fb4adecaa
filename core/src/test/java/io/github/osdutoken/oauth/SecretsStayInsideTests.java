package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs good and bad answers through with every logger wide open, and looks for what must not be seen. */
class SecretsStayInsideTests {

    /** All that is secret in the answers and requests below has this word in it. */
    private static final String CANARY = "canary";

    /** Where an answer repeats what it was sent. */
    private static final String ECHO = "%sent%";

    private final Entra entra = new Entra();
    private final AuthorizationRequest request = new AuthorizationRequest(entra.server(), Entra.CONFIDENTIAL);
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            log.add(new SimpleFormatter().format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    SecretsStayInsideTests() throws IOException {}

    @BeforeEach
    void openTheLogs() {
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    @AfterEach
    void close() {
        root.removeHandler(handler);
        root.setLevel(before);
        entra.close();
    }

    @Test
    void neitherLogNorTextNorStackTraceHasASecret() {
        String stranger =
                Entra.signed(entra.claims(request).claim("email", CANARY).build(), Entra.key("other"));
        String wrongNonce =
                Entra.signed(entra.claims(request).claim("nonce", CANARY).build());
        List<String> idTokens = List.of(
                Entra.signed(entra.claims(request).build()),
                stranger,
                wrongNonce,
                "canary.canary.canary",
                "eyJ" + CANARY);
        idTokens.forEach(idToken -> run(200, "application/json", Entra.answer(idToken)));
        run(400, "application/json", Entra.error("invalid_grant", 70008, ECHO));
        run(400, "application/json", Entra.error("invalid_grant", 7654321, ECHO));
        run(400, "application/json", Entra.error(ECHO, 7654321, ECHO));
        run(400, "application/json", "{\"error\":\"invalid_grant\",\"suberror\":\"" + ECHO + "\"}");
        run(
                200,
                "application/json",
                "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expires_in\":\"canary\"}");
        run(200, "application/json", "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"scope\":[\"canary\"]}");
        run(200, "application/json", "{\"access_token\":\"canary\"");
        run(500, "text/html", ECHO);
        run(200, "text/html", ECHO);

        assertThat(log).anyMatch(line -> line.contains("/oauth2/v2.0/token answered 200 in"));
        seen.addAll(log);
        assertThat(seen)
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(CANARY)
                        .doesNotContain(request.codeVerifier().getValue())
                        .doesNotContain(request.nonce().getValue())
                        .doesNotContain(request.state()));
        idTokens.forEach(idToken -> assertThat(seen).noneMatch(text -> text.contains(idToken)));
    }

    private void run(int status, String contentType, String body) {
        String verifier = request.codeVerifier().getValue();
        answer(status, contentType, body, "canary-code, canary-client-secret, " + verifier);
        TokenEndpoint endpoint = entra.tokenEndpoint(Entra.CONFIDENTIAL);
        see(() -> endpoint.exchange(new AuthorizationCode("canary-code"), request));
        answer(status, contentType, body, "canary-old-refresh-token, canary-client-secret");
        see(() -> endpoint.refresh(new RefreshToken("canary-old-refresh-token")));
        seen.add(request + " " + entra.server());
    }

    private void answer(int status, String contentType, String body, String sent) {
        entra.http
                .clear(Entra.TOKEN)
                .answer(Entra.TOKEN, status, contentType, body.replace(ECHO, "You sent " + sent), Map.of());
    }

    private void see(Callable<Object> action) {
        Throwable failure = catchThrowable(() -> {
            Object result = action.call();
            seen.add(result.toString());
            if (result instanceof RefreshResult.Rejected rejected) {
                seen.add(stackTrace(rejected.failure()));
            }
            if (result instanceof Tokens tokens) {
                seen.add(tokens.accessToken() + " " + tokens.refreshToken() + " " + tokens.idToken());
            }
        });
        if (failure != null) {
            seen.add(stackTrace(failure));
        }
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
