package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application may ask for when it asks for itself, and not for a user. */
class ApplicationTokenTests {

    private static final String SECRET = "a-secret";
    private static Emulator emulator;

    @BeforeAll
    static void start() {
        emulator = Emulator.builder().clientSecret(SECRET).start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s/.default", "api://%s/.default", "%s/.default openid profile offline_access"})
    void grantsWhatWasConsentedToForIt(String scope) throws Exception {
        JsonNode answer = ask(scope);

        assertThat(answer.path("error_description").asText()).isEmpty();
        assertThat(answer.has("refresh_token")).isFalse();
        assertThat(answer.has("id_token")).isFalse();
        assertThat(SignedJWT.parse(answer.get("access_token").asText())
                        .getJWTClaimsSet()
                        .getAudience())
                .containsExactly(emulator.clientId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "%s/User.Read", "%s/.default https://graph.microsoft.com/.default"})
    void refusesAnythingElse(String scope) throws Exception {
        assertThat(ask(scope).at("/error_codes/0").asInt()).isEqualTo(1002012);
    }

    private static JsonNode ask(String scope) throws Exception {
        return HttpSignIn.JSON.readTree(new HttpSignIn(emulator)
                .token(
                        "grant_type",
                        "client_credentials",
                        "client_secret",
                        SECRET,
                        "scope",
                        scope.formatted(emulator.clientId()))
                .body());
    }
}
