package io.github.osdutoken.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.oauth.AuthorizationCode;
import io.github.osdutoken.oauth.OAuthError;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedRedirectTests {

    private final ExpectedRedirect expected = new ExpectedRedirect(URI.create("http://localhost:8080"), "s3");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/?code=c%2B1&state=s3",
                "http://localhost:8080?state=s3&session_state=x&iss=https%3A%2F%2Flogin.example%2Ft%2F&code=c%2B1#",
                "http://LOCALHOST:8080/#code=c%2B1&state=s3",
                "http://localhost:8080/?session={a|b}^`%zz&code=c%2B1&state=s3",
            })
    void findsTheCodeInQueryOrFragmentInAnyOrder(String address) throws InterruptedException {
        expected.browserWentTo(address, null);

        AuthorizationResponse answer = expected.await(Duration.ZERO);
        assertThat(answer).isNotNull();
        assertThat(answer.code()).isEqualTo(new AuthorizationCode("c+1"));
        assertThat(answer.issuer()).isEqualTo(address.contains("iss=") ? "https://login.example/t/" : null);
    }

    @Test
    void findsTheCodeInAFormPost() throws InterruptedException {
        expected.browserWentTo("http://localhost:8080/", "code=c1&state=s3");

        assertThat(expected.await(Duration.ZERO))
                .extracting(AuthorizationResponse::code)
                .isEqualTo(new AuthorizationCode("c1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081/?code=c1&state=s3",
                "http://localhost.evil.example:8080/?code=c1&state=s3",
                "http://localhost:8080/other?code=c1&state=s3",
                "https://localhost:8080/?code=c1&state=s3",
                "http://localhost:8080/?state=s3",
                "about:blank",
                "data:text/html,<p> </p>",
                "http://localhost:8080/{other}?code=c1&state=s3",
            })
    void takesNoOtherAddressForTheRedirectUri(String address) {
        expected.browserWentTo(address, null);

        assertThat(expected.isHere()).isFalse();
    }

    @Test
    void refusesAForeignStateThatTheBrowserBrings() {
        assertThatThrownBy(() -> expected.browserWentTo("http://localhost:8080/?code=c1&state=other", null))
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL))
                .hasMessage(
                        "Reading the answer at http://localhost:8080 failed: it carries a state that this sign-in did"
                                + " not send. Nothing was exchanged. If it happens again, something between browser and issuer"
                                + " changes or replays requests.");
    }

    @Test
    void passesTheIssuersErrorOn() throws InterruptedException {
        expected.browserWentTo(
                "http://localhost:8080/?error=access_denied&error_description=AADSTS65004%3A+no&state=s3", null);

        assertThat(expected.await(Duration.ZERO))
                .isEqualTo(new AuthorizationResponse(
                        null,
                        new OAuthError("access_denied", "AADSTS65004: no", null),
                        "s3",
                        null,
                        "error=access_denied&error_description=AADSTS65004%3A+no&state=s3"));
    }

    @Test
    void theFirstAnswerStays() throws InterruptedException {
        expected.browserWentTo("http://localhost:8080/?code=first&state=s3", null);
        expected.browserWentTo("http://localhost:8080/?code=second&state=s3", null);

        assertThat(expected.await(Duration.ZERO))
                .extracting(AuthorizationResponse::code)
                .isEqualTo(new AuthorizationCode("first"));
    }

    @Test
    void printsNeitherCodeNorState() {
        assertThat(new AuthorizationResponse(new AuthorizationCode("canary"), null, "canary", "canary", "canary"))
                .hasToString("AuthorizationResponse[code]");
    }
}
