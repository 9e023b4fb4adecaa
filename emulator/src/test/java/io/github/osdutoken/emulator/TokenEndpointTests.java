package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTests {

    private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Emulator emulator = Emulator.builder()
            .clock(clock)
            .accessTokenLifetime(Duration.ofHours(1))
            .start();
    private final HttpSignIn client = new HttpSignIn(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void turnsACodeIntoTokens() throws Exception {
        JsonNode answer = client.redeem(code());

        assertThat(answer.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.get("scope").asText()).isEqualTo("User.Read profile openid");
        assertThat(answer.get("expires_in").isInt()).isTrue();
        assertThat(answer.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.get("ext_expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.get("refresh_token").asText()).startsWith("1.AXoA").hasSizeGreaterThan(900);
        assertThat(answer.has("client_info")).isTrue();
        JWTClaimsSet access = verified(answer.get("access_token").asText());
        assertThat(access.getIssuer()).isEqualTo(emulator.issuer().toString());
        assertThat(access.getAudience()).containsExactly(emulator.clientId());
        assertThat(access.getStringClaim("azp")).isEqualTo(emulator.clientId());
        assertThat(access.getStringClaim("azpacr")).isEqualTo("0");
        assertThat(access.getStringClaim("ver")).isEqualTo("2.0");
        assertThat(access.getStringClaim("scp")).isEqualTo("User.Read");
        assertThat(access.getStringClaim("tid")).isEqualTo(emulator.tenantId());
        assertThat(access.getStringClaim("oid"))
                .isEqualTo(emulator.user("editor").objectId());
        assertThat(access.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(access.getIssueTime().toInstant()).isEqualTo(clock.instant().minus(Duration.ofMinutes(5)));
        JWTClaimsSet id = verified(answer.get("id_token").asText());
        assertThat(id.getIssuer()).isEqualTo(emulator.issuer().toString());
        assertThat(id.getAudience()).containsExactly(emulator.clientId());
        assertThat(id.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(id.getStringClaim("preferred_username")).isEqualTo("editor@contoso.com");
        assertThat(id.getStringClaim("oid")).isEqualTo(emulator.user("editor").objectId());
        assertThat(id.getSubject()).isEqualTo(access.getSubject()).isNotEqualTo(id.getStringClaim("oid"));
        assertThat(emulator.codeRedemptions()).isEqualTo(1);
    }

    @Test
    void issuesVersionOneTokensWhenTheResourceWantsThem() throws Exception {
        try (Emulator other = Emulator.builder().accessTokenVersion(1).start()) {
            HttpSignIn signIn = new HttpSignIn(other);
            String code = value(signIn.signIn(signIn.request(), "viewer"), "code");
            String token = signIn.redeem(code).get("access_token").asText();
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo(other.authority() + "/" + other.tenantId() + "/");
            assertThat(claims.getStringClaim("ver")).isEqualTo("1.0");
            assertThat(claims.getStringClaim("appid")).isEqualTo(other.clientId());
            assertThat(claims.getStringClaim("upn")).isEqualTo("viewer@contoso.com");
            assertThat(claims.getStringClaim("unique_name")).isEqualTo("viewer@contoso.com");
            assertThat(claims.getClaim("azp")).isNull();
        }
    }

    @Test
    void givesNoMoreThanWasAskedFor() throws Exception {
        String bare =
                value(client.signIn(client.request("scope", emulator.clientId() + "/.default"), "editor"), "code");
        JsonNode answer = client.redeem(bare);
        assertThat(answer.has("refresh_token")).isFalse();
        assertThat(answer.has("id_token")).isFalse();
        assertThat(answer.get("scope").asText()).isEqualTo("User.Read");
    }

    @Test
    void letsTheRedemptionAskForMoreAsTheAdmeManualDoes() throws Exception {
        String bare =
                value(client.signIn(client.request("scope", emulator.clientId() + "/.default"), "editor"), "code");
        JsonNode answer = client.redeem(bare, "scope", client.scope());
        assertThat(answer.has("refresh_token")).isTrue();
        assertThat(verified(answer.get("id_token").asText()).getStringClaim("nonce"))
                .isEqualTo("n-1");
    }

    @Test
    void issuesATokenForGraphWhenNoResourceIsNamed() throws Exception {
        String code = value(client.signIn(client.request("scope", "openid profile"), "editor"), "code");
        assertThat(verified(client.redeem(code).get("access_token").asText()).getAudience())
                .containsExactly("00000003-0000-0000-c000-000000000000");
    }

    @Test
    void redeemsACodeOnceOnly() throws Exception {
        String code = code();
        assertThat(client.redeem(code).has("access_token")).isTrue();
        assertError(
                client.redeem(code),
                54005,
                "invalid_grant",
                "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing"
                        + " refresh token.");
        assertThat(emulator.codeRedemptions()).isEqualTo(1);
    }

    @Test
    void refusesACodeThatIsTooOld() throws Exception {
        String code = code();
        clock.advance(Duration.ofMinutes(10));
        assertError(
                client.redeem(code),
                70008,
                "invalid_grant",
                "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive"
                        + " authorization request for this user and resource.");
    }

    @Test
    void bindsACodeToItsRedirectUri() throws Exception {
        assertError(
                client.redeem(code(), "redirect_uri", "http://localhost:8080/"),
                500112,
                "invalid_grant",
                "The reply address 'http://localhost:8080/' does not match the reply address 'http://localhost:8080'"
                        + " provided when requesting Authorization code.");
    }

    @Test
    void checksTheCodeVerifier() throws Exception {
        CodeVerifier verifier = new CodeVerifier();
        Map<String, String> request = client.request(
                "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue(),
                "code_challenge_method",
                "S256");
        String code = value(client.signIn(request, "editor"), "code");
        assertError(
                client.redeem(code, "code_verifier", new CodeVerifier().getValue()),
                501481,
                "invalid_grant",
                "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
        assertError(
                client.redeem(code),
                50147,
                "invalid_request",
                "A Code_Challenge and a Code_Verifier belong together: the code_verifier is missing.");
        assertThat(client.redeem(code, "code_verifier", verifier.getValue()).has("access_token"))
                .isTrue();
        assertError(
                client.redeem(code(), "code_verifier", verifier.getValue()),
                50147,
                "invalid_request",
                "A Code_Challenge and a Code_Verifier belong together: the code_challenge is missing.");
    }

    @Test
    void takesAChallengeWithoutMethodForPlain() throws Exception {
        String verifier = new CodeVerifier().getValue();
        String code = value(freshClient().signIn(client.request("code_challenge", verifier), "editor"), "code");
        assertThat(client.redeem(code, "code_verifier", verifier).has("access_token"))
                .isTrue();
    }

    @Test
    void burnsTheCodeOfAPublicClientThatSendsASecret() throws Exception {
        String code = code();
        assertError(
                client.redeem(code, "client_secret", "s3cret"),
                700025,
                "invalid_client",
                "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
        assertThat(client.redeem(code).at("/error_codes/0").asInt()).isEqualTo(54005);
    }

    @Test
    void wantsTheSecretOfAConfidentialClient() throws Exception {
        try (Emulator other = Emulator.builder().clientSecret("a+b/c=&%").start()) {
            HttpSignIn signIn = new HttpSignIn(other);
            String code = value(signIn.signIn(signIn.request(), "editor"), "code");
            assertError(
                    signIn.redeem(code),
                    7000218,
                    "invalid_client",
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
            assertError(
                    signIn.redeem(code, "client_secret", "a b/c=&%"),
                    7000215,
                    "invalid_client",
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret"
                            + " value, not the client secret ID, for a secret added to app '" + other.clientId()
                            + "'.");
            assertThat(signIn.redeem(code, "client_secret", "a+b/c=&%").has("access_token"))
                    .isTrue();
            assertThat(other.settings("default")).containsEntry("osdu.client-secret", "a+b/c=&%");
        }
    }

    @Test
    void refreshesAndLeavesTheOldTokenGood() throws Exception {
        String first = refreshToken();
        JsonNode answer = refresh(first);
        String second = answer.get("refresh_token").asText();
        assertThat(second).isNotEqualTo(first);
        assertThat(verified(answer.get("id_token").asText()).getClaim("nonce")).isNull();
        assertThat(refresh(first).has("access_token")).isTrue();
        assertThat(refresh(second).has("access_token")).isTrue();
        assertThat(emulator.refreshes()).isEqualTo(3);
    }

    @Test
    void endsARefreshTokenWithItsFirstUseWhenTold() throws Exception {
        emulator.faults().on(Quirk.REFRESH_TOKEN_SINGLE_USE);
        String first = refreshToken();
        assertThat(refresh(first).has("refresh_token")).isTrue();
        assertThat(refresh(first).at("/error_codes/0").asInt()).isEqualTo(50173);
    }

    @Test
    void endsRefreshTokensThatAreRevokedIdleOrNotItsOwn() throws Exception {
        String token = refreshToken();
        assertThat(refresh(token + "x").at("/error_codes/0").asInt()).isEqualTo(70000);
        emulator.revokeRefreshTokens("editor@contoso.com");
        assertThat(refresh(token).at("/error_codes/0").asInt()).isEqualTo(50173);
        String idle = refreshToken();
        clock.advance(Duration.ofDays(90));
        assertError(
                refresh(idle),
                700082,
                "invalid_grant",
                "The refresh token has expired due to inactivity. The token was issued on 2026-03-01T10:00:00Z and was"
                        + " inactive for 90.00:00:00.");
    }

    @Test
    void endsRefreshTokensWhenTheAccountIsDisabledOrItsPasswordChanged() throws Exception {
        EmulatorUser editor = emulator.user("editor");
        String token = refreshToken();
        emulator.change(editor.with(EmulatorUser.Condition.DISABLED));
        assertThat(refresh(token).at("/error_codes/0").asInt()).isEqualTo(50057);
        emulator.change(editor);
        assertThat(refresh(token).has("access_token")).isTrue();
        emulator.change(new EmulatorUser(
                editor.username(), "changed", editor.objectId(), editor.displayName(), editor.groups()));
        assertThat(refresh(token).at("/error_codes/0").asInt()).isEqualTo(50173);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, -, 900144, invalid_request",
        "client_id, 11111111-2222-3333-4444-555555555555, 700016, unauthorized_client",
        "grant_type, -, 900144, invalid_request",
        "grant_type, password, 70003, unsupported_grant_type",
        "code, -, 900144, invalid_request",
        "code, garbage, 70000, invalid_grant",
        "redirect_uri, -, 900144, invalid_request",
        "scope, User.Read, 70011, invalid_scope",
        "scope, 11111111-2222-3333-4444-555555555555/.default, 500011, invalid_resource"
    })
    void refusesWhatIsWrongInTheForm(String field, String value, int code, String error) throws Exception {
        JsonNode answer = client.redeem(code(), field, value);
        assertThat(answer.at("/error_codes/0").asInt()).isEqualTo(code);
        assertThat(answer.get("error").asText()).isEqualTo(error);
    }

    @Test
    void answersErrorsInEntrasShape() throws Exception {
        HttpResponse<String> response =
                client.token("grant_type", "authorization_code", "code", "x", "redirect_uri", "y");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store, no-cache");
        JsonNode body = HttpSignIn.JSON.readTree(response.body());
        assertThat(body.get("error_description").asText())
                .isEqualTo("AADSTS70000: Provided grant is invalid or malformed: the authorization code is not valid."
                        + " Trace ID: "
                        + body.get("trace_id").asText() + " Correlation ID: "
                        + body.get("correlation_id").asText() + " Timestamp: 2026-03-01 10:00:00Z");
        assertThat(body.get("timestamp").asText()).isEqualTo("2026-03-01 10:00:00Z");
        assertThat(body.get("error_codes").get(0).isNumber()).isTrue();
        assertThat(body.get("error_uri").asText()).isEqualTo(emulator.authority() + "/error?code=70000");
    }

    @Test
    void takesNothingButOneCleanForm() throws Exception {
        String path = emulator.authority() + "/" + emulator.tenantId() + "/oauth2/v2.0/token";
        assertThat(client.get(path).body()).contains("AADSTS900561");
        assertThat(client.post("/nowhere.example/oauth2/v2.0/token", Map.of()).body())
                .contains("AADSTS90002: Tenant 'nowhere.example' not found.");
        assertThat(client.post("/common/oauth2/v2.0/token", Map.of()).body()).contains("AADSTS50194");
        assertThat(client.postRaw(path, "application/json", "{}").body()).contains("'grant_type'");
        assertThat(client.postRaw(path, "application/x-www-form-urlencoded", "scope=a&scope=b")
                        .body())
                .contains("AADSTS9002313");
        assertThat(client.postRaw(path, "application/x-www-form-urlencoded", "scope=%zz")
                        .body())
                .contains("AADSTS9002313");
    }

    @Test
    void isThrottledUnavailableOrGoneWhenTold() throws Exception {
        emulator.faults().fail(Faults.Step.TOKEN, Faults.Failure.TOO_MANY_REQUESTS, 1);
        HttpResponse<String> throttled = client.token();
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).isEqualTo("Too Many Requests");
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("1");
        emulator.faults().fail(Faults.Step.TOKEN, Faults.Failure.UNAVAILABLE, 1);
        assertThat(client.token().statusCode()).isEqualTo(503);
        emulator.faults().fail(Faults.Step.TOKEN, Faults.Failure.DROPPED, 2);
        assertThat(catchThrowable(client::token)).isInstanceOf(IOException.class);
        emulator.faults().reset();
        assertThat(client.token().statusCode()).isEqualTo(400);
        assertThat(emulator.requests()).extracting(RecordedRequest::status).contains(429, 503, 0, 400);
    }

    @Test
    void spoilsTheIdTokenWhenTold() throws Exception {
        emulator.faults().on(Quirk.NONCE_OMITTED, Quirk.NO_REFRESH_TOKEN);
        JsonNode answer = client.redeem(code());
        assertThat(verified(answer.get("id_token").asText()).getClaim("nonce")).isNull();
        assertThat(answer.has("refresh_token")).isFalse();
        emulator.faults().off(Quirk.NONCE_OMITTED, Quirk.NO_REFRESH_TOKEN);
        emulator.faults().on(Quirk.NONCE_WRONG, Quirk.ISSUER_WRONG, Quirk.AUDIENCE_WRONG, Quirk.ID_TOKEN_EXPIRED);
        JWTClaimsSet wrong = verified(client.redeem(code()).get("id_token").asText());
        assertThat(wrong.getStringClaim("nonce")).isEqualTo("another-nonce");
        assertThat(wrong.getIssuer()).isEqualTo(emulator.authority() + "/another/v2.0");
        assertThat(wrong.getAudience()).containsExactly("another-client");
        assertThat(wrong.getExpirationTime().toInstant()).isBefore(clock.instant());
        emulator.faults().on(Quirk.SIGNATURE_WRONG);
        String forged = client.redeem(code()).get("id_token").asText();
        assertThat(publishedKeys()
                        .getKeyByKeyId(SignedJWT.parse(forged).getHeader().getKeyID()))
                .isNull();
    }

    @Test
    void describesItselfWithTheTenantIdWhicheverNameWasUsed() throws Exception {
        String path = "/v2.0/.well-known/openid-configuration";
        JsonNode byDomain = HttpSignIn.JSON.readTree(
                client.get(emulator.authority() + "/contoso.com" + path).body());
        assertThat(byDomain.get("issuer").asText()).isEqualTo(emulator.issuer().toString());
        assertThat(byDomain.get("token_endpoint").asText())
                .isEqualTo(emulator.authority() + "/contoso.com/oauth2/v2.0/token");
        assertThat(client.get(emulator.issuer() + "/.well-known/openid-configuration")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> unknown = client.get(emulator.authority() + "/fabrikam.com" + path);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("AADSTS90002: Tenant 'fabrikam.com' not found.");
    }

    /** Sign in in a fresh browser, for a code. */
    private String code() throws Exception {
        return value(freshClient().signIn(client.request(), "editor"), "code");
    }

    private HttpSignIn freshClient() {
        return new HttpSignIn(emulator);
    }

    private String refreshToken() throws Exception {
        return client.redeem(code()).get("refresh_token").asText();
    }

    private JsonNode refresh(String token) throws Exception {
        return HttpSignIn.JSON.readTree(client.token("grant_type", "refresh_token", "refresh_token", token)
                .body());
    }

    private JWKSet publishedKeys() throws Exception {
        return JWKSet.parse(client.get(emulator.authority() + "/" + emulator.tenantId() + "/discovery/v2.0/keys")
                .body());
    }

    private JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = publishedKeys();
        assertThat(keys.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
        RSAKey key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(keys.getKeys().get(0)).isNotEqualTo(key);
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static String value(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), () -> name + " in " + parameters.keySet());
    }

    private static void assertError(JsonNode answer, int code, String error, String text) {
        assertThat(answer.path("error_description").asText()).startsWith("AADSTS" + code + ": " + text + " Trace ID: ");
        assertThat(answer.path("error").asText()).isEqualTo(error);
        assertThat(answer.at("/error_codes/0").asInt()).isEqualTo(code);
    }
}
