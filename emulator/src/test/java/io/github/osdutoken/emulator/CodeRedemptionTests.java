package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeRedemptionTests extends TokenFixture {

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
}
