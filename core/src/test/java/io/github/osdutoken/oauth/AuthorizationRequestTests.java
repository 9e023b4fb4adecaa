package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorizationRequestTests {

    private static final AuthorizationServer SERVER = new AuthorizationServer(
            "https://login.example/t/v2.0",
            URI.create("https://login.example/t/authorize?p=policy"),
            URI.create("https://login.example/t/token"),
            URI.create("https://login.example/t/keys"),
            Entra.FEATURES);

    @Test
    void asksForACodeWithPkceStateAndNonceAndNothingElse() {
        AuthorizationRequest request = new AuthorizationRequest(SERVER, Entra.PUBLIC);

        assertThat(request.uri().toString()).startsWith("https://login.example/t/authorize?p=policy&");
        assertThat(parameters(request))
                .containsOnly(
                        Map.entry("p", List.of("policy")),
                        Map.entry("response_type", List.of("code")),
                        Map.entry("response_mode", List.of("query")),
                        Map.entry("client_id", List.of(Entra.CLIENT_ID)),
                        Map.entry("redirect_uri", List.of("http://localhost:8080")),
                        Map.entry("scope", List.of(Entra.SCOPE)),
                        Map.entry("state", List.of(request.state())),
                        Map.entry("nonce", List.of(request.nonce().getValue())),
                        Map.entry("code_challenge_method", List.of("S256")),
                        Map.entry(
                                "code_challenge",
                                List.of(CodeChallenge.compute(CodeChallengeMethod.S256, request.codeVerifier())
                                        .getValue())));
    }

    @Test
    void takesAScopeWithoutOpenid() {
        AuthorizationRequest request = new AuthorizationRequest(SERVER, Entra.PUBLIC.withScope("only:this"));

        assertThat(parameters(request)).containsEntry("scope", List.of("only:this"));
    }

    @Test
    void makesFreshValuesEachTimeAndPrintsNone() {
        AuthorizationRequest one = new AuthorizationRequest(SERVER, Entra.CONFIDENTIAL);
        AuthorizationRequest other = new AuthorizationRequest(SERVER, Entra.CONFIDENTIAL);

        assertThat(one.state()).hasSizeGreaterThan(40).isNotEqualTo(other.state());
        assertThat(one.nonce()).isNotEqualTo(other.nonce());
        assertThat(one.codeVerifier()).isNotEqualTo(other.codeVerifier());
        assertThat(one)
                .hasToString("AuthorizationRequest[Client[" + Entra.CLIENT_ID
                        + ", confidential, http://localhost:8080/cb]]");
    }

    private static Map<String, List<String>> parameters(AuthorizationRequest request) {
        return URLUtils.parseParameters(request.uri().getRawQuery());
    }
}
