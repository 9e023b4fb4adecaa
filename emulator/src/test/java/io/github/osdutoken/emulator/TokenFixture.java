package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** An emulator whose clock stands still, and a client that knows what tokens look like. */
abstract class TokenFixture {

    final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-03-01T10:00:00Z"));
    final Emulator emulator = Emulator.builder()
            .clock(clock)
            .accessTokenLifetime(Duration.ofHours(1))
            .start();
    final HttpSignIn client = new HttpSignIn(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    /** Sign in in a fresh browser, for a code. */
    String code() throws Exception {
        return value(freshClient().signIn(client.request(), "editor"), "code");
    }

    HttpSignIn freshClient() {
        return new HttpSignIn(emulator);
    }

    String refreshToken() throws Exception {
        return client.redeem(code()).get("refresh_token").asText();
    }

    JsonNode refresh(String token) throws Exception {
        return HttpSignIn.JSON.readTree(client.token("grant_type", "refresh_token", "refresh_token", token)
                .body());
    }

    JWKSet publishedKeys() throws Exception {
        return JWKSet.parse(client.get(emulator.authority() + "/" + emulator.tenantId() + "/discovery/v2.0/keys")
                .body());
    }

    JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = publishedKeys();
        assertThat(keys.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
        RSAKey key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(keys.getKeys().get(0)).isNotEqualTo(key);
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    static String value(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), () -> name + " in " + parameters.keySet());
    }

    static void assertError(JsonNode answer, int code, String error, String text) {
        assertThat(answer.path("error_description").asText()).startsWith("AADSTS" + code + ": " + text + " Trace ID: ");
        assertThat(answer.path("error").asText()).isEqualTo(error);
        assertThat(answer.at("/error_codes/0").asInt()).isEqualTo(code);
    }
}
