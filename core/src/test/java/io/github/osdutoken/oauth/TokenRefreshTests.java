package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRefreshTests {

    private static final RefreshToken OLD = new RefreshToken("canary-old-refresh-token");

    private final Entra entra = new Entra();

    TokenRefreshTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void sendsTheTokenAndTheScopeAndReturnsTheNewToken() {
        entra.http.json(Entra.TOKEN, 200, Entra.answer(null));

        assertThat(refresh())
                .isEqualTo(new RefreshResult.Refreshed(new Tokens(
                        new AccessToken("canary-access-token", Entra.NOW.plusSeconds(4520)),
                        new RefreshToken("canary-refresh-token"),
                        null,
                        "the granted scope",
                        TokenOrigin.REFRESH)));
        assertThat(entra.http.received(Entra.TOKEN).get(0).form())
                .containsOnly(
                        Map.entry("grant_type", "refresh_token"),
                        Map.entry("refresh_token", "canary-old-refresh-token"),
                        Map.entry("scope", Entra.SCOPE),
                        Map.entry("client_id", Entra.CLIENT_ID),
                        Map.entry("client_secret", "canary-client-secret"));
    }

    @Test
    void asksForWhatWasGrantedWhereTheSettingsScopeIsMore() {
        entra.http.json(Entra.TOKEN, 400, "{\"error\":\"invalid_scope\"}").json(Entra.TOKEN, 200, Entra.answer(null));

        assertThat(refresh()).isInstanceOf(RefreshResult.Refreshed.class);
        assertThat(entra.http.received(Entra.TOKEN))
                .extracting(received -> received.form().get("scope"))
                .containsExactly(Entra.SCOPE, null);
    }

    @Test
    void keepsTheOldTokenWhenNoneComes() {
        entra.http.json(Entra.TOKEN, 200, "{\"token_type\":\"Bearer\",\"expires_in\":60,\"access_token\":\"canary\"}");

        assertThat(refresh())
                .asInstanceOf(InstanceOfAssertFactories.type(RefreshResult.Refreshed.class))
                .satisfies(r -> assertThat(r.tokens().refreshToken()).isEqualTo(OLD));
    }

    @Test
    void checksAnIdTokenWithoutAskingForANonce() {
        String idToken = Entra.signed(entra.claims(null).build());
        entra.http.json(Entra.TOKEN, 200, Entra.answer(idToken));

        assertThat(refresh())
                .asInstanceOf(InstanceOfAssertFactories.type(RefreshResult.Refreshed.class))
                .satisfies(r -> assertThat(r.tokens().idToken()).isNotNull());
    }

    @Test
    void refusesTheIdTokenOfAnotherUserThanBefore() {
        IdToken ours = new IdToken(Entra.signed(entra.claims(null).build()));
        entra.http.json(Entra.TOKEN, 200, Entra.answer(ours.value()));
        TokenEndpoint endpoint = entra.tokenEndpoint(Entra.CONFIDENTIAL);

        assertThat(endpoint.refresh(OLD, ours)).isInstanceOf(RefreshResult.Refreshed.class);
        IdToken another =
                new IdToken(Entra.signed(entra.claims(null).subject("another").build()));
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> endpoint.refresh(OLD, another))
                .withMessageContaining(" failed: Its claim sub is pairwise-subject, where another is expected.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, 700082, INVALID_CREDENTIALS",
        "invalid_grant, 50173, INVALID_CREDENTIALS",
        "invalid_grant, 70043, INVALID_CREDENTIALS",
        "invalid_grant, 70008, INVALID_CREDENTIALS",
        "interaction_required, 50076, MFA_REQUIRED",
        "interaction_required, 53003, POLICY_BLOCKED",
        "invalid_grant, 65001, CONSENT_REQUIRED",
        "invalid_grant, 7654321, INVALID_CREDENTIALS"
    })
    void tellsThatATokenIsNoLongerAccepted(String error, int number, Reason reason) {
        entra.http.json(Entra.TOKEN, 400, Entra.error(error, number, "whatever"));

        assertThat(refresh())
                .asInstanceOf(InstanceOfAssertFactories.type(RefreshResult.Rejected.class))
                .satisfies(r -> assertThat(r.failure().reason()).isEqualTo(reason));
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(1);
    }

    @Test
    void tellsItOfAnyOtherServerToo() {
        entra.http.json(
                Entra.TOKEN, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Token is not active\"}");

        assertThat(refresh())
                .asInstanceOf(InstanceOfAssertFactories.type(RefreshResult.Rejected.class))
                .satisfies(r -> assertThat(r.failure())
                        .hasMessage("Refreshing the tokens at " + entra.server().tokenEndpoint()
                                + " failed: The server answered invalid_grant: Token is not active. Sign in anew; if"
                                + " osdu.refresh-token is set, replace it."));
    }

    @Test
    void namesWhatASupportEngineerAsksForWhereTheDescriptionDoesNot() {
        entra.http.json(
                Entra.TOKEN,
                400,
                "{\"error\":\"something_new\",\"error_description\":\"No.\",\"correlation_id\":\"c0ffee\","
                        + "\"timestamp\":\"2026-11-29 10:00:00Z\"}");

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(this::refresh)
                .withMessageContaining("No. Correlation ID: c0ffee Timestamp: 2026-11-29 10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, 50196, THROTTLED",
        "invalid_grant, 50053, ACCOUNT_LOCKED",
        "invalid_grant, 50057, ACCOUNT_DISABLED",
        "invalid_client, 7000222, APP_REGISTRATION",
        "temporarily_unavailable, 90033, UNAVAILABLE",
        "server_error, 7654321, UNAVAILABLE",
        "something_new, 7654321, PROTOCOL"
    })
    void failsWhereASignInWouldNotHelp(String error, int number, Reason reason) {
        entra.http.json(Entra.TOKEN, 400, Entra.error(error, number, "whatever"));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(this::refresh)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void asksAgainAfterABrokenConnection() {
        entra.http.breakConnection(Entra.TOKEN).json(Entra.TOKEN, 200, Entra.answer(null));

        assertThat(refresh()).isInstanceOf(RefreshResult.Refreshed.class);
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(2);
    }

    private RefreshResult refresh() {
        return entra.tokenEndpoint(Entra.CONFIDENTIAL).refresh(OLD);
    }
}
