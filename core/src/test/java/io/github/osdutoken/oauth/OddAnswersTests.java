package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers, there is a reason and no crash. */
class OddAnswersTests {

    private static final Set<Reason> UNDERSTOOD =
            Set.of(Reason.PROTOCOL, Reason.UNAVAILABLE, Reason.THROTTLED, Reason.APP_REGISTRATION);

    private final Entra entra = new Entra();

    OddAnswersTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void makesAReasonOfAnyBodyWithAnyStatus(String body) {
        for (int status : new int[] {200, 400, 503}) {
            String type = status == 200 ? "text/html; charset=no-such" : "application/json";
            entra.http.clear(Entra.TOKEN).answer(Entra.TOKEN, status, type, body, Map.of());

            Throwable failure = catchThrowable(() -> entra.tokenEndpoint(Entra.PUBLIC)
                    .exchange(
                            new AuthorizationCode("canary-code"),
                            new AuthorizationRequest(entra.server(), Entra.PUBLIC)));

            assertThat(failure)
                    .as("%d %s", status, body)
                    .isInstanceOfSatisfying(
                            SignInException.class, e -> assertThat(e.reason()).isIn(UNDERSTOOD))
                    .hasMessageNotContaining("canary");
        }
    }

    static Stream<String> bodies() {
        return Stream.of(
                "",
                "\u0000\uFFFF",
                "<html>canary</html>",
                "canary",
                "null",
                "[]",
                "[{\"error\":\"invalid_grant\"}]",
                "\"canary\"",
                "17",
                "{",
                "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expi",
                "{\"error\":17}",
                "{\"error\":{\"code\":\"canary\",\"message\":\"canary\"}}",
                "{\"error\":null,\"error_codes\":[50126]}",
                "{\"error\":\"server_error\",\"error_codes\":[{\"a\":1}],\"error_description\":[],\"suberror\":7}",
                "{\"error\":\"\"}",
                "[".repeat(20_000),
                "{\"a\":".repeat(20_000),
                "{\"access_token\":17,\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"canary\",\"token_type\":[\"Bearer\"]}",
                "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expires_in\":\"soon\"}",
                "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expires_in\":{}}",
                "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"scope\":7}",
                "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"refresh_token\":[\"canary\"]}",
                "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"id_token\":{}}",
                "{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"id_token\":\"canary\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "3599, 3599",
        "'\"3599\"', 3599",
        "3599.0, 3599",
        "0, 0",
        "-5, 0",
        "null, 0",
        "1e3, 1000",
        "9223372036854775807, 31536000"
    })
    void readsTheLifetimeHoweverItIsWritten(String expiresIn, long seconds) {
        Tokens tokens = refreshed("{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn
                + ",\"ext_expires_in\":\"0\"}");

        assertThat(tokens.accessToken().expiresAt()).isEqualTo(Entra.NOW.plusSeconds(seconds));
    }

    @Test
    void believesATokenThatSaysItsEndWhereTheAnswerDoesNot() {
        Instant end = Entra.NOW.plusSeconds(300);
        String token = Entra.signed(new JWTClaimsSet.Builder()
                .audience(Entra.CLIENT_ID)
                .claim("scp", "user_impersonation")
                .claim("oid", "an-object-id")
                .expirationTime(Date.from(end))
                .build());

        assertThat(refreshed("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}")
                        .accessToken()
                        .expiresAt())
                .isEqualTo(end);
        assertThat(refreshed("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":60}")
                        .accessToken()
                        .expiresAt())
                .isEqualTo(Entra.NOW.plusSeconds(60));
    }

    @Test
    void listensToNoEndlessAnswer() {
        entra.http.answer(
                Entra.TOKEN,
                200,
                "application/json",
                " ".repeat(BoundedBody.MOST_BYTES + 1) + Entra.answer(null),
                Map.of());

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> entra.tokenEndpoint(Entra.PUBLIC).refresh(new RefreshToken("canary-old")))
                .withMessageContaining(" was longer than any of an issuer's.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void takesAnEmptyRefreshTokenForNone(String empty) {
        Tokens tokens = refreshed("{\"access_token\":\"canary\",\"token_type\":\"Bearer\",\"expires_in\":60,"
                + "\"refresh_token\":" + empty + ",\"scope\":" + empty + ",\"id_token\":" + empty + "}");

        assertThat(tokens.requiredRefreshToken().value()).isEqualTo("canary-old");
        assertThat(tokens.scope()).isEqualTo(Entra.SCOPE);
        assertThat(tokens.idToken()).isNull();
    }

    @Test
    void readsAGoodAnswerWhateverItsContentType() {
        entra.http.answer(Entra.TOKEN, 200, "text/html", Entra.answer(null), Map.of());

        assertThat(entra.tokenEndpoint(Entra.PUBLIC).refresh(new RefreshToken("canary-old")))
                .isInstanceOf(RefreshResult.Refreshed.class);
    }

    private Tokens refreshed(String body) {
        entra.http.clear(Entra.TOKEN).json(Entra.TOKEN, 200, body);
        RefreshResult result = entra.tokenEndpoint(Entra.PUBLIC).refresh(new RefreshToken("canary-old"));
        assertThat(result).isInstanceOf(RefreshResult.Refreshed.class);
        return ((RefreshResult.Refreshed) Objects.requireNonNull(result)).tokens();
    }
}
