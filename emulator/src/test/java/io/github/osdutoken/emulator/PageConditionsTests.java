package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What each condition puts after the password, over HTTP. */
class PageConditionsTests {

    private final EmulatorBuilder builder = Emulator.builder();
    private Emulator emulator = builder.start();
    private HttpSignIn client = new HttpSignIn(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_EXPIRED, ConvergedChangePassword, 50055",
        "MFA_TOTP, ConvergedTFA, 50076",
        "MFA_SMS, ConvergedTFA, 50076",
        "MFA_PUSH, ConvergedTFA, 50076",
        "MFA_NUMBER, ConvergedTFA, 50076",
        "MFA_METHOD_LIST, ConvergedTFA, 50076",
        "MFA_METHODS_WITHOUT_TOTP, ConvergedTFA, 50076",
        "MFA_PHONE_CONFIRM, ConvergedTFA, 50076",
        "MFA_DECLINED, ConvergedTFA, 50076",
        "MFA_TIMED_OUT, ConvergedTFA, 50076",
        "CONSENT, ConvergedConsent, 65001",
        "ADMIN_APPROVAL, ConvergedConsent, 90094",
        "APP_CONFIRM, CmsiInterrupt, 50199",
        "SSO_NOTICE, SsoNotice, 9002341",
        "MORE_INFORMATION, ConvergedProofUpRedirect, 50079",
        "MORE_INFORMATION_SKIPPABLE, ConvergedProofUpRedirect, 50072",
        "AUTHENTICATOR_NUDGE, ConvergedProofUpRedirect, 50203",
        "SSPR_INTERRUPT, ConvergedProofUpRedirect, 50125",
        "CONDITIONAL_ACCESS, ConvergedConditionalAccess, 53003",
        "ERROR_PAGE, ConvergedError, 50020",
        "NOT_ASSIGNED, ConvergedError, 50105",
        "UNKNOWN_PAGE, ConvergedNovelty, 0"
    })
    void showsItsPage(Condition condition, String pageId, String code) throws Exception {
        HttpResponse<String> page = signInWith(condition);
        JsonNode config = HttpSignIn.config(page);
        assertThat(config.get("pgid").asText()).isEqualTo(pageId);
        assertThat(config.get("sErrorCode").asText()).isEqualTo(code);
        assertThat(page.body())
                .contains("<meta name=\"PageID\" content=\"" + pageId + "\">", "class=\"cb\" style=\"display: none\"")
                .doesNotContain("<input", "<button", "idSIButton9");
        String script = page.body().replaceFirst("(?s).*<script type=\"text/javascript\" src=\"([^\"]+)\".*", "$1");
        assertThat(client.get(emulator.authority() + script).statusCode()).isEqualTo(200);
        assertThat(emulator.codesIssued()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"ACCOUNT_REMEMBERED", "ACCOUNT_SPLIT", "CREDENTIAL_PICKER_FIRST", "REMEMBER_MFA"},
            mode = Mode.INCLUDE)
    void putsNothingAfterThePasswordForTheRest(Condition condition) throws Exception {
        assertThat(pageId(signInWith(condition))).isEqualTo("KmsiInterrupt");
    }

    @Test
    void showsPagesInTheOrderOfTheConditions() throws Exception {
        HttpResponse<String> page = signInWith(
                Condition.UNKNOWN_PAGE,
                Condition.MORE_INFORMATION_SKIPPABLE,
                Condition.CONSENT,
                Condition.AUTO_POST,
                Condition.SSO_NOTICE,
                Condition.AUTHENTICATOR_NUDGE,
                Condition.APP_CONFIRM);
        assertThat(pageId(page)).isEqualTo("ConvergedNovelty");
        page = submit(page);
        assertThat(pageId(page)).isEqualTo("ConvergedProofUpRedirect");
        assertThat(config(page, "iRemainingDaysToSkipMfaRegistration")).isEqualTo("14");
        page = client.get(emulator.authority() + config(page, "urlSkipMfaRegistration"));
        assertThat(pageId(page)).isEqualTo("ConvergedConsent");
        page = submit(page, "acceptConsent", "true");
        assertThat(page.body()).contains("<form method=\"POST\" name=\"hiddenform\"").contains("/resume\"");
        page = client.post(
                "/" + emulator.tenantId() + "/resume",
                Map.of(
                        "ctx", HttpSignIn.field(page, "ctx"),
                        "canary", HttpSignIn.field(page, "canary"),
                        "flowToken", HttpSignIn.field(page, "flowToken")));
        assertThat(pageId(page)).isEqualTo("SsoNotice");
        page = submit(page);
        assertThat(config(page, "sErrorCode")).isEqualTo("50203");
        page = client.get(emulator.authority() + config(page, "urlSkipMfaRegistration"));
        assertThat(pageId(page)).isEqualTo("CmsiInterrupt");
        page = submit(page, "ContinueAuth", "true");
        assertThat(pageId(page)).isEqualTo("KmsiInterrupt");
        HttpResponse<String> last = client.kmsi(HttpSignIn.config(page), "0");
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body()).contains("document.location.replace(\"http://localhost:8080/?state=");
        assertThat(emulator.codesIssued()).isEqualTo(1);
        assertThat(emulator.submissions())
                .containsEntry("ConvergedSignIn", 1)
                .containsEntry("ConvergedNovelty", 1)
                .containsEntry("ConvergedConsent", 1)
                .containsEntry("ConvergedProofUpRedirect", 2)
                .containsEntry("hiddenform", 1)
                .containsEntry("KmsiInterrupt", 1);
    }

    @Test
    void sendsADeclinedConsentToTheRedirectUri() throws Exception {
        HttpResponse<String> page = submit(signInWith(Condition.CONSENT), "acceptConsent", "false");
        assertThat(HttpSignIn.redirect(page))
                .containsEntry("error", "access_denied")
                .containsEntry("error_uri", emulator.authority() + "/error?code=65004");
        assertThat(emulator.codesIssued()).isZero();
    }

    @Test
    void offersToSkipARegistrationOnlyWhileThereIsTime() throws Exception {
        JsonNode config = HttpSignIn.config(signInWith(Condition.MORE_INFORMATION));
        assertThat(config.has("urlSkipMfaRegistration")).isFalse();
        assertThat(config.get("iRemainingDaysToSkipMfaRegistration").asInt()).isZero();
        String register = config.get("urlPost").asText();
        assertThat(register).isEqualTo(emulator.federationAuthority() + "/register");
        assertThat(client.get(register).body()).contains("data-automation-id=\"SecurityInfoRegister\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {53000, 50097, 530003})
    void stopsWithTheCodeOfTheUser(int code) throws Exception {
        assertThat(config(signInAs(viewer().with(Condition.CONDITIONAL_ACCESS).withCode(code)), "sErrorCode"))
                .isEqualTo(Integer.toString(code));
        assertThat(config(
                        signInAs(viewer().with(Condition.ERROR_PAGE).withCode(code)), "strServiceExceptionMessage"))
                .isEqualTo("AADSTS" + code + ": The sign-in of 'viewer@contoso.com' ends here.");
    }

    @ParameterizedTest
    @CsvSource({"DEVICE_LOGIN, Select a certificate", "TERMS_OF_USE, Contoso terms of use"})
    void goesToAnotherHost(Condition condition, String heading) throws Exception {
        HttpResponse<String> response = signInWith(condition);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(emulator.federationAuthority() + "/");
        assertThat(client.get(location).body()).contains("<h1>" + heading + "</h1>");
    }

    @Test
    void refusesAConditionThatComesTwice() {
        EmulatorUser viewer = viewer();
        assertThatThrownBy(() -> viewer.with(Condition.CONSENT, Condition.CONSENT))
                .hasMessage("A condition comes twice in [CONSENT, CONSENT]");
    }

    @Test
    void writesPagesInAnotherLanguage() throws Exception {
        emulator.close();
        emulator = Emulator.builder().language("ja-JP").start();
        client = new HttpSignIn(emulator);
        HttpResponse<String> page = client.authorize(client.request());
        assertThat(page.body())
                .contains("<title>アカウントにサインイン</title>", "name=\"LocLC\" content=\"ja-JP\"", "content=\"1041\"")
                .doesNotContain("Sign in to your account");
        assertThat(HttpSignIn.config(page).at("/str/Next").asText()).isEqualTo("次へ");
        assertThatThrownBy(() -> Emulator.builder().language("tlh").start())
                .hasMessage("The emulator's pages are not written in tlh but in en-US, fi-FI, ja-JP.");
    }

    private EmulatorUser viewer() {
        return emulator.user("viewer");
    }

    private HttpResponse<String> signInWith(Condition... conditions) throws Exception {
        return signInAs(viewer().with(conditions));
    }

    private HttpResponse<String> signInAs(EmulatorUser user) throws Exception {
        emulator.close();
        emulator = builder.user(user).start();
        client = new HttpSignIn(emulator);
        JsonNode first = HttpSignIn.config(client.authorize(client.request()));
        return client.login(first, user.username(), user.password());
    }

    /** Send a page's form as its script would. */
    private HttpResponse<String> submit(HttpResponse<String> page, String... fields) throws Exception {
        return client.submit(page, fields);
    }

    private static String pageId(HttpResponse<String> page) throws Exception {
        return config(page, "pgid");
    }

    private static String config(HttpResponse<String> page, String name) throws Exception {
        return HttpSignIn.config(page).path(name).asText();
    }
}
