package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.Client;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenExchangeTests {

    private static final AuthorizationCode CODE = new AuthorizationCode("canary-code");
    private static final String CHECK =
            " Check osdu.issuer, and that no proxy or sign-in gateway answers in the" + " server's place.";

    private final Entra entra = new Entra();
    private final AuthorizationRequest request = new AuthorizationRequest(entra.server(), Entra.CONFIDENTIAL);

    TokenExchangeTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void sendsASecretInTheBodyAndReturnsWhatCame() {
        String idToken = Entra.signed(entra.claims(request).build());
        entra.http.json(Entra.TOKEN, 200, Entra.answer(idToken));

        assertThat(exchange(Entra.CONFIDENTIAL))
                .isEqualTo(new Tokens(
                        new AccessToken("canary-access-token", Entra.NOW.plusSeconds(4520)),
                        new RefreshToken("canary-refresh-token"),
                        new IdToken(idToken),
                        "the granted scope",
                        TokenOrigin.SIGN_IN));
        assertThat(entra.http.received(Entra.TOKEN)).singleElement().satisfies(post -> {
            assertThat(post.method()).isEqualTo("POST");
            assertThat(post.contentType()).isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
            assertThat(post.form())
                    .containsOnly(
                            Map.entry("grant_type", "authorization_code"),
                            Map.entry("code", "canary-code"),
                            Map.entry("redirect_uri", "http://localhost:8080/cb"),
                            Map.entry("code_verifier", request.codeVerifier().getValue()),
                            Map.entry("scope", Entra.SCOPE),
                            Map.entry("client_id", Entra.CLIENT_ID),
                            Map.entry("client_secret", "canary-client-secret"));
        });
    }

    @Test
    void sendsNoSecretForAPublicClient() {
        entra.http.json(Entra.TOKEN, 200, Entra.answer(null));

        assertThat(exchange(Entra.PUBLIC).idToken()).isNull();
        assertThat(entra.http.received(Entra.TOKEN).get(0).form())
                .containsOnlyKeys("grant_type", "code", "redirect_uri", "code_verifier", "scope", "client_id");
    }

    @Test
    void repeatsTheRequestsRedirectUri() {
        entra.http.json(Entra.TOKEN, 200, Entra.answer(null));

        exchange(Entra.PUBLIC);

        assertThat(entra.http.received(Entra.TOKEN).get(0).form())
                .containsEntry("redirect_uri", Entra.CONFIDENTIAL.redirectUri().toString());
    }

    @Test
    void readsAQuotedExpiresInAndFallsBackToTheRequestedScope() {
        entra.http.json(
                Entra.TOKEN, 200, "{\"token_type\":\"bearer\",\"expires_in\":\"3599\",\"access_token\":\"canary\"}");

        assertThat(exchange(Entra.PUBLIC))
                .isEqualTo(new Tokens(
                        new AccessToken("canary", Entra.NOW.plusSeconds(3599)),
                        null,
                        null,
                        Entra.SCOPE,
                        TokenOrigin.SIGN_IN));
    }

    @Test
    void countsATokenWithoutExpiresInAsExpiredAtOnce() {
        entra.http.json(Entra.TOKEN, 200, "{\"token_type\":\"Bearer\",\"access_token\":\"canary\"}");

        assertThat(exchange(Entra.PUBLIC).accessToken().expiresAt()).isEqualTo(Entra.NOW);
    }

    @Test
    void postsTheCodeOnceWhenTheConnectionBreaks() {
        entra.http.breakConnection(Entra.TOKEN);

        fails(
                Reason.UNAVAILABLE,
                "The connection to " + entra.server().tokenEndpoint().getAuthority() + " broke. Run again: the code may"
                        + " have been used, so it is not sent a second time. Check the URL, the network and the JVM's"
                        + " proxy settings (https.proxyHost); if an emulator serves this URL, check that it runs.");
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(1);
    }

    @Test
    void postsTheCodeOnceWhenTheServerIsUnavailable() {
        entra.http.answer(Entra.TOKEN, 503, "text/html", "<html>", Map.of("Retry-After", "0"));

        fails(Reason.UNAVAILABLE, "The server answered 503 with text/html. Run again in a few minutes.");
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(1);
    }

    @Test
    void explainsEntraIdsRefusalInOurWords() {
        entra.http.json(
                Entra.TOKEN,
                401,
                Entra.error("invalid_client", 7000215, "Invalid client secret canary-client-secret."));

        fails(
                Reason.APP_REGISTRATION,
                "AADSTS7000215: The client secret is wrong; often it is the secret's ID in place of its value."
                        + " (correlation id 00000000-0000-0000-0000-000000000002, timestamp 2026-11-23 10:00:00Z) Set"
                        + " osdu.client-secret to the value (not the ID) of a valid secret of the application.");
    }

    @Test
    void readsTheNumberFromErrorCodesWhenTheDescriptionHasNone() {
        entra.http.json(
                Entra.TOKEN,
                400,
                "{\"error\":\"invalid_grant\",\"error_codes\":[54005],\"correlation_id\":"
                        + "\"00000000-0000-0000-0000-000000000002\"}");

        fails(
                Reason.PROTOCOL,
                "AADSTS54005: The authorization code was already used. (correlation id"
                        + " 00000000-0000-0000-0000-000000000002) Sign in anew; each code serves once.");
    }

    @Test
    void givesAnUnknownNumberTheReasonOfItsErrorAndRedactsWhatWasSent() {
        entra.http.json(
                Entra.TOKEN,
                400,
                Entra.error("invalid_scope", 7654321, "Not for canary-code and canary-client-secret."));

        fails(
                Reason.APP_REGISTRATION,
                "The server answered invalid_scope (bad_token): AADSTS7654321: Not for <redacted> and <redacted>."
                        + " Trace ID: 00000000-0000-0000-0000-000000000001 Correlation ID:"
                        + " 00000000-0000-0000-0000-000000000002 Timestamp: 2026-11-23 10:00:00Z. Correct osdu.scope."
                        + " Look it up at https://login.microsoftonline.com/error?code=7654321.");
    }

    @Test
    void doesNotTakeARefusedCodeForAWrongPassword() {
        entra.http.json(Entra.TOKEN, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Code not valid\"}");

        fails(
                Reason.PROTOCOL,
                "The server answered invalid_grant: Code not valid. Sign in anew; if osdu.refresh-token is set, replace"
                        + " it.");
    }

    @Test
    void readsAPlainText429() {
        entra.http.answer(Entra.TOKEN, 429, "text/plain", "Too Many Requests", Map.of());

        fails(
                Reason.THROTTLED,
                "The server answered 429: too many requests. Wait before the next run, and keep osdu.cache at 'file' so"
                        + " that tests share one token.");
    }

    @Test
    void refusesHtml() {
        entra.http.answer(Entra.TOKEN, 200, "text/html", "<html>canary</html>", Map.of());

        fails(Reason.PROTOCOL, "The answer is text/html and not a JSON object." + CHECK);
    }

    @Test
    void refusesA401WithoutAChallengeOrAnOauthError() {
        entra.http.answer(Entra.TOKEN, 401, "text/plain", "who are you", Map.of());

        fails(
                Reason.PROTOCOL,
                "The server answered 401 with text/plain. Check osdu.issuer and osdu.authority, and that no proxy or"
                        + " sign-in gateway answers in the server's place.");
    }

    @Test
    void refusesAnAnswerWithoutAccessToken() {
        entra.http.json(Entra.TOKEN, 200, "{\"token_type\":\"Bearer\"}");

        fails(Reason.PROTOCOL, "The answer has no access_token." + CHECK);
    }

    @Test
    void refusesAnotherTokenType() {
        entra.http.json(Entra.TOKEN, 200, "{\"token_type\":\"mac\",\"access_token\":\"canary\"}");

        fails(Reason.PROTOCOL, "The answer's token_type is 'mac', where Bearer is expected." + CHECK);
    }

    @Test
    void refusesMalformedFields() {
        entra.http
                .json(
                        Entra.TOKEN,
                        200,
                        "{\"token_type\":\"Bearer\",\"access_token\":\"canary\",\"expires_in\":\"soon\"}")
                .json(
                        Entra.TOKEN,
                        200,
                        "{\"token_type\":\"Bearer\",\"access_token\":\"canary\",\"id_token\":\"canary.x\"}");

        fails(Reason.PROTOCOL, "One of the answer's expires_in, scope and refresh_token is malformed." + CHECK);
        fails(Reason.PROTOCOL, "The answer's id_token is not a JSON Web Token." + CHECK);
    }

    private Tokens exchange(Client client) {
        return entra.tokenEndpoint(client).exchange(CODE, request);
    }

    private void fails(Reason reason, String message) {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> exchange(Entra.CONFIDENTIAL))
                .withMessage("Exchanging the authorization code at "
                        + entra.server().tokenEndpoint() + " failed: " + message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
