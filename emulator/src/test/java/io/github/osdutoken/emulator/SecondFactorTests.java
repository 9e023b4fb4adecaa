package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondFactorTests {

    private static final EmulatorUser RFC_6238 = Crowd.with(Condition.MFA_TOTP, Condition.REMEMBER_MFA)
            .withTotpSecret("gezd gnbv gy3t qojq-GEZDGNBVGY3TQOJQ=");

    private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-03-01T10:00:10Z"));
    private final Emulator emulator =
            Crowd.everybody().clock(clock).user(RFC_6238).start();
    private HttpSignIn client = new HttpSignIn(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void knowsRfc6238sOwnExample() throws Exception {
        clock.advance(Duration.between(clock.instant(), Instant.ofEpochSecond(1_111_111_109)));
        HttpResponse<String> page = signIn(RFC_6238);
        assertThat(pageId(code(page, "081804"))).isEqualTo("KmsiInterrupt");
        assertThat(emulator.settings(RFC_6238.profile()))
                .containsEntry("osdu.totp-secret", "gezd gnbv gy3t qojq-GEZDGNBVGY3TQOJQ=");
    }

    @Test
    void givesAUserASeedOfTheirOwnWhenTheyNeedOne() {
        EmulatorUser viewer = emulator.user("viewer");
        assertThat(viewer.totpSecret()).isNull();
        assertThat(viewer.with(Condition.MFA_METHODS_WITHOUT_TOTP).totpSecret()).isNull();
        assertThat(viewer.with(Condition.MFA_PUSH).totpSecret())
                .matches("[A-Z2-7]{32}")
                .isNotEqualTo(emulator.user("editor").with(Condition.MFA_PUSH).totpSecret());
        assertThat(viewer.with(Condition.MFA_TOTP).toString())
                .doesNotContain(
                        Objects.requireNonNull(viewer.with(Condition.MFA_TOTP).totpSecret()));
    }

    @Test
    void takesTheCodesOfThisStepAndTheLastEachOnce() throws Exception {
        HttpResponse<String> page = signIn(Condition.MFA_TOTP);
        Instant now = clock.instant();
        assertRejected(code(page, now.plusSeconds(30)), "PhoneAppOtpAuthFailedWrongCodeEntered");
        assertRejected(code(page, now.minusSeconds(60)), "PhoneAppOtpAuthFailedWrongCodeEntered");
        assertThat(pageId(code(page, now.minusSeconds(30)))).isEqualTo("KmsiInterrupt");
        HttpResponse<String> again = signIn(Condition.MFA_TOTP);
        assertRejected(code(again, now.minusSeconds(30)), "PhoneAppOtpAuthFailedDuplicateCodeEntered");
        assertThat(pageId(code(again, now))).isEqualTo("KmsiInterrupt");
        assertThat(emulator.totpPosts()).isEqualTo(5);
        assertThat(emulator.totpPosts("MFA_TOTP@contoso.com")).isEqualTo(5);
        assertThat(emulator.submissions()).containsEntry("ConvergedTFA", 5);
    }

    @Test
    void checksACodeInTheSameDocumentBeforeTheFormGoes() throws Exception {
        HttpResponse<String> page = signIn(Condition.MFA_TOTP);
        assertThat(endAuth(page, "PhoneAppOTP", "000000").get("ResultValue").asText())
                .isEqualTo("PhoneAppOtpAuthFailedWrongCodeEntered");
        JsonNode right = endAuth(page, "PhoneAppOTP", totp(clock.instant()));
        assertThat(right.get("Success").asBoolean()).isTrue();
        assertThat(pageId(client.submit(
                        page,
                        "mfaAuthMethod",
                        "PhoneAppOTP",
                        "flowToken",
                        right.get("FlowToken").asText())))
                .isEqualTo("KmsiInterrupt");
        assertThat(emulator.totpPosts()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "MFA_TOTP, PhoneAppOTP, PhoneAppOTP",
        "MFA_SMS, OneWaySMS PhoneAppOTP, OneWaySMS",
        "MFA_PUSH, PhoneAppNotification PhoneAppOTP, PhoneAppNotification",
        "MFA_NUMBER, PhoneAppNotification PhoneAppOTP, PhoneAppNotification",
        "MFA_METHOD_LIST, PhoneAppNotification PhoneAppOTP OneWaySMS TwoWayVoiceMobile, ''",
        "MFA_METHODS_WITHOUT_TOTP, OneWaySMS TwoWayVoiceMobile, ''",
        "MFA_PHONE_CONFIRM, OneWaySMS, OneWaySMS"
    })
    void listsTheMethods(Condition condition, String methods, String preferred) throws Exception {
        JsonNode proofs = HttpSignIn.config(signIn(condition)).get("arrUserProofs");
        assertThat(proofs)
                .extracting(proof -> proof.get("authMethodId").asText())
                .containsExactly(methods.split(" ", -1));
        assertThat(proofs)
                .filteredOn(proof -> proof.get("isDefault").asBoolean())
                .extracting(proof -> proof.get("authMethodId").asText())
                .containsExactly(preferred.isEmpty() ? new String[0] : new String[] {preferred});
    }

    @ParameterizedTest
    @CsvSource({
        "MFA_PUSH, AuthenticationPending",
        "MFA_NUMBER, AuthenticationPending",
        "MFA_DECLINED, PhoneAppDenied",
        "MFA_TIMED_OUT, PhoneAppNoResponse"
    })
    void answersWhoAsksAboutANotification(Condition condition, String result) throws Exception {
        JsonNode answer = endAuth(signIn(condition), "PhoneAppNotification", "");
        assertThat(answer.get("ResultValue").asText()).isEqualTo(result);
        assertThat(answer.get("Entropy").asText()).isEqualTo(condition == Condition.MFA_NUMBER ? "42" : "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OneWaySMS", "TwoWayVoiceMobile"})
    void takesTheAppsCodeForNothingButTheApp(String method) throws Exception {
        HttpResponse<String> page = signIn(Condition.MFA_METHOD_LIST);
        HttpResponse<String> answer = client.submit(page, "mfaAuthMethod", method, "otc", totp(clock.instant()));
        assertThat(HttpSignIn.config(answer).get("sAuthMethodId").asText()).isEqualTo(method);
    }

    private HttpResponse<String> signIn(Condition condition) throws Exception {
        return signIn(Crowd.with(condition));
    }

    /** Sign in in a fresh browser, up to what follows the password. */
    private HttpResponse<String> signIn(EmulatorUser user) throws Exception {
        client = new HttpSignIn(emulator);
        JsonNode first = HttpSignIn.config(client.authorize(client.request()));
        return client.login(first, user.username(), user.password());
    }

    private HttpResponse<String> code(HttpResponse<String> page, Instant when) throws Exception {
        return code(page, totp(when));
    }

    private HttpResponse<String> code(HttpResponse<String> page, String code) throws Exception {
        return client.submit(page, "mfaAuthMethod", "PhoneAppOTP", "otc", code);
    }

    private String totp(Instant when) throws Exception {
        String seed = Objects.requireNonNull(Crowd.with(Condition.MFA_TOTP).totpSecret());
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(Base32.decode(seed), "HmacSHA1"), when);
    }

    private JsonNode endAuth(HttpResponse<String> page, String method, String code) throws Exception {
        JsonNode config = HttpSignIn.config(page);
        Map<String, String> question = Map.of(
                "AuthMethodId",
                method,
                "Ctx",
                config.get("sCtx").asText(),
                "FlowToken",
                config.get("sFT").asText(),
                "AdditionalAuthData",
                code);
        return HttpSignIn.JSON.readTree(client.postRaw(
                        config.get("urlEndAuth").asText(),
                        "application/json",
                        HttpSignIn.JSON.writeValueAsString(question))
                .body());
    }

    private static void assertRejected(HttpResponse<String> page, String result) throws Exception {
        JsonNode config = HttpSignIn.config(page);
        assertThat(config.get("pgid").asText()).isEqualTo("ConvergedTFA");
        assertThat(config.get("sErrorCode").asText()).isEqualTo("500121");
        assertThat(config.get("sErrTxt").asText()).isEqualTo(result);
    }

    private static String pageId(HttpResponse<String> page) throws Exception {
        return HttpSignIn.config(page).get("pgid").asText();
    }
}
