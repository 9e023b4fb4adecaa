package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthErrorTests {

    @Test
    void explainsAnErrorAtTheRedirectUri() {
        OAuthError error =
                new OAuthError("access_denied", "AADSTS65004: User declined to consent to access the app.", null);

        assertThat(error.during("Signing in editor@contoso.com at https://login.example"))
                .hasMessage("Signing in editor@contoso.com at https://login.example failed: AADSTS65004: Consent was"
                        + " declined. Set osdu.accept-consent, or have an administrator grant consent for the tenant.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CONSENT_REQUIRED));
    }

    @Test
    void explainsACancelWithoutADescription() {
        assertThat(new OAuthError("access_denied", null, "cancel").during("Signing in"))
                .hasMessage("Signing in failed: The server answered access_denied (cancel). Set osdu.accept-consent, or"
                        + " ask the server's administrator why access is denied.");
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, CONSENT_REQUIRED",
        "consent_required, CONSENT_REQUIRED",
        "invalid_grant, INVALID_CREDENTIALS",
        "interaction_required, POLICY_BLOCKED",
        "login_required, POLICY_BLOCKED",
        "invalid_client, APP_REGISTRATION",
        "unauthorized_client, APP_REGISTRATION",
        "invalid_scope, APP_REGISTRATION",
        "invalid_request, APP_REGISTRATION",
        "unsupported_response_type, APP_REGISTRATION",
        "server_error, UNAVAILABLE",
        "temporarily_unavailable, UNAVAILABLE",
        "too_many_requests, THROTTLED",
        "something_new, PROTOCOL"
    })
    void givesEachStandardErrorItsReason(String error, Reason reason) {
        assertThat(new OAuthError(error, null, null).reason()).isEqualTo(reason);
    }

    @Test
    void letsTheSuberrorSayMore() {
        assertThat(new OAuthError("invalid_grant", null, "user_password_expired").reason())
                .isEqualTo(Reason.PASSWORD_EXPIRED);
        assertThat(new OAuthError("invalid_grant", null, "consent_required").reason())
                .isEqualTo(Reason.CONSENT_REQUIRED);
    }

    @Test
    void takesOutWhatLooksLikeAToken() {
        String opaque = "0.AXoA" + "x".repeat(60);

        assertThat(new OAuthError(
                                "server_error",
                                "no " + opaque + " and eyJhbGciOi.eyJzdWIi.c2ln\r\n\0\u009b\u202e today",
                                null)
                        .during("Signing in"))
                .hasMessage("Signing in failed: The server answered server_error: no 0.<redacted> and <redacted> today."
                        + " Run again in a few minutes.");
    }

    @Test
    void cutsALongDescription() {
        assertThat(new OAuthError("server_error", "word ".repeat(200), null)
                        .during("Signing in")
                        .getMessage())
                .hasSizeLessThan(400)
                .endsWith("… Run again in a few minutes.");
    }

    @Test
    void printsNoneOfTheServersText() {
        assertThat(new OAuthError("invalid_grant", "AADSTS54005: canary", "canary"))
                .hasToString("OAuthError[invalid_grant, AADSTS54005]");
    }
}
