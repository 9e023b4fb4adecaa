package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void takesAnAnswerOfTheIssuerThatWasAskedAndOfOneThatNamesNone() {
        answered(SERVER.issuer(), false, null);
        answered(SERVER.issuer(), false, SERVER.issuer());
        answered(SERVER.issuer(), true, SERVER.issuer());
        answered(
                "https://login.example/{tenantid}/v2.0",
                true,
                "https://login.example/11111111-2222-3333-4444-555555555555/v2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example/t/v2.0, https://login.evil/t/v2.0",
        "https://login.example/t/v2.0, https://login.example/t/v2.0/",
        "https://login.example/t/v2.0, ''",
        "https://login.example/{tenantid}/v2.0, https://login.example/contoso/v2.0",
        "https://login.example/{tenantid}/v2.0, https://login.evil/11111111-2222-3333-4444-555555555555/v2.0",
        "https://login.example/{tenantid}/v2.0, https://login.example/v2.0",
    })
    void refusesAnAnswerOfAnotherIssuer(String asked, String answering) {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> answered(asked, false, answering))
                .withMessage("Checking the answer at http://localhost:8080 failed: It comes from the issuer "
                        + answering
                        + ", where " + asked + " was asked. Nothing was exchanged. Check osdu.issuer; if it is right,"
                        + " something between browser and issuer changes answers.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
    }

    @Test
    void refusesANamelessAnswerOfAServerThatNamesItself() {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> answered(SERVER.issuer(), true, null))
                .withMessageContaining("It does not name its issuer (iss), which this server's answers do.");
    }

    private static void answered(String asked, boolean namesItself, @Nullable String answering) {
        AuthorizationServer server = new AuthorizationServer(
                asked,
                SERVER.authorizationEndpoint(),
                SERVER.tokenEndpoint(),
                SERVER.jwksUri(),
                new ServerFeatures(Set.of(), Set.of(), namesItself));
        new AuthorizationRequest(server, Entra.PUBLIC).checkIssuer(answering);
    }
}
