package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshTests extends TokenFixture {

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
    void signsWithAnotherKeyOnceItIsRotatedAndPublishesTheOneBefore() throws Exception {
        JsonNode before = refresh(refreshToken());

        emulator.rotateKeys();

        JsonNode after = refresh(before.get("refresh_token").asText());
        assertThat(keyId(after)).isNotEqualTo(keyId(before));
        assertThat(verified(after.get("access_token").asText()).getSubject()).isNotNull();
        assertThat(publishedKeys().getKeyByKeyId(keyId(before))).isNotNull();
        emulator.rotateKeys();
        assertThat(publishedKeys().getKeyByKeyId(keyId(before))).isNull();
        assertThat(publishedKeys().getKeyByKeyId(keyId(after))).isNotNull();
    }

    private static String keyId(JsonNode answer) throws ParseException {
        return SignedJWT.parse(answer.get("id_token").asText()).getHeader().getKeyID();
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
        "MFA_TOTP, 50076, basic_action, true",
        "CONDITIONAL_ACCESS, 53003, message_only, true",
        "CONSENT, 65001, consent_required, false",
        "PASSWORD_EXPIRED, 50055, user_password_expired, false"
    })
    void saysWhatARefreshCannotGetPast(EmulatorUser.Condition condition, int code, String suberror, boolean claims)
            throws Exception {
        EmulatorUser editor = emulator.user("editor");
        String token = refreshToken();
        emulator.change(editor.with(condition));

        JsonNode refused = refresh(token);

        assertThat(refused.at("/error_codes/0").asInt()).isEqualTo(code);
        assertThat(refused.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refused.path("suberror").asText()).isEqualTo(suberror);
        assertThat(refused.has("claims")).isEqualTo(claims);
        emulator.change(editor);
        assertThat(refresh(token).has("access_token")).isTrue();
    }
}
