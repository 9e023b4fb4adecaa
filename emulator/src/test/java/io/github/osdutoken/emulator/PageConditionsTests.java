package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each condition puts after the password, over HTTP. */
class PageConditionsTests {

    private static final EmulatorUser ROUTE = Crowd.with(
            Condition.UNKNOWN_PAGE,
            Condition.MORE_INFORMATION_SKIPPABLE,
            Condition.CONSENT,
            Condition.AUTO_POST,
            Condition.SSO_NOTICE,
            Condition.AUTHENTICATOR_NUDGE,
            Condition.APP_CONFIRM);

    private static final Emulator EMULATOR = Crowd.everybody()
            .user(ROUTE)
            .user(Crowd.with(Condition.CONDITIONAL_ACCESS, Condition.MFA_TOTP).withCode(53000))
            .user(Crowd.with(Condition.ERROR_PAGE, Condition.MFA_TOTP).withCode(50097))
            .start();

    private final HttpSignIn client = new HttpSignIn(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
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
        int codes = EMULATOR.codesIssued();
        HttpResponse<String> page = signInWith(condition);
        JsonNode config = HttpSignIn.config(page);
        assertThat(config.get("pgid").asText()).isEqualTo(pageId);
        assertThat(config.get("sErrorCode").asText()).isEqualTo(code);
        assertThat(page.body())
                .contains("<meta name=\"PageID\" content=\"" + pageId + "\">", "class=\"cb\" style=\"display: none\"")
                .doesNotContain("<input", "<button", "idSIButton9");
        String script = page.body().replaceFirst("(?s).*<script type=\"text/javascript\" src=\"([^\"]+)\".*", "$1");
        assertThat(client.get(EMULATOR.authority() + script).statusCode()).isEqualTo(200);
        assertThat(EMULATOR.codesIssued()).isEqualTo(codes);
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"ACCOUNT_SPLIT", "CREDENTIAL_PICKER_FIRST", "REMEMBER_MFA"})
    void putsNothingAfterThePasswordForTheRest(Condition condition) throws Exception {
        assertThat(pageId(signInWith(condition))).isEqualTo("KmsiInterrupt");
    }

    @Test
    void showsPagesInTheOrderOfTheConditions() throws Exception {
        int codes = EMULATOR.codesIssued();
        HttpResponse<String> page = signInAs(ROUTE);
        assertThat(pageId(page)).isEqualTo("ConvergedNovelty");
        page = submit(page);
        assertThat(pageId(page)).isEqualTo("ConvergedProofUpRedirect");
        assertThat(config(page, "iRemainingDaysToSkipMfaRegistration")).isEqualTo("14");
        page = client.get(EMULATOR.authority() + config(page, "urlSkipMfaRegistration"));
        assertThat(pageId(page)).isEqualTo("ConvergedConsent");
        page = submit(page, "acceptConsent", "true");
        assertThat(page.body())
                .contains("<form method=\"POST\" name=\"hiddenform\"")
                .contains("/resume\"");
        page = client.post(
                "/" + EMULATOR.tenantId() + "/resume",
                Map.of(
                        "ctx", HttpSignIn.field(page, "ctx"),
                        "canary", HttpSignIn.field(page, "canary"),
                        "flowToken", HttpSignIn.field(page, "flowToken")));
        assertThat(pageId(page)).isEqualTo("SsoNotice");
        page = submit(page);
        assertThat(config(page, "sErrorCode")).isEqualTo("50203");
        page = client.get(EMULATOR.authority() + config(page, "urlSkipMfaRegistration"));
        assertThat(pageId(page)).isEqualTo("CmsiInterrupt");
        page = submit(page, "ContinueAuth", "true");
        assertThat(pageId(page)).isEqualTo("KmsiInterrupt");
        HttpResponse<String> last = client.kmsi(HttpSignIn.config(page), "0");
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body()).contains("document.location.replace(\"http://localhost:8080/?state=");
        assertThat(EMULATOR.codesIssued()).isEqualTo(codes + 1);
        assertThat(EMULATOR.passwordPosts(ROUTE.username())).isEqualTo(1);
        assertThat(EMULATOR.submissions())
                .containsEntry("ConvergedNovelty", 1)
                .containsEntry("ConvergedProofUpRedirect", 2)
                .containsEntry("SsoNotice", 1)
                .containsEntry("CmsiInterrupt", 1)
                .containsEntry("hiddenform", 1)
                .containsEntry("KmsiInterrupt", 1);
    }

    @Test
    void sendsADeclinedConsentToTheRedirectUri() throws Exception {
        HttpResponse<String> page = submit(signInWith(Condition.CONSENT), "acceptConsent", "false");
        assertThat(HttpSignIn.redirect(page))
                .containsEntry("error", "access_denied")
                .containsEntry("error_uri", EMULATOR.authority() + "/error?code=65004")
                .doesNotContainKey("code");
    }

    @Test
    void offersToSkipARegistrationOnlyWhileThereIsTime() throws Exception {
        JsonNode config = HttpSignIn.config(signInWith(Condition.MORE_INFORMATION));
        assertThat(config.has("urlSkipMfaRegistration")).isFalse();
        assertThat(config.get("iRemainingDaysToSkipMfaRegistration").asInt()).isZero();
        String register = config.get("urlPost").asText();
        assertThat(register).isEqualTo(EMULATOR.federationAuthority() + "/register");
        assertThat(client.get(register).body()).contains("data-automation-id=\"SecurityInfoRegister\"");
    }

    @Test
    void stopsWithTheCodeOfTheUser() throws Exception {
        assertThat(config(signInWith(Condition.CONDITIONAL_ACCESS, Condition.MFA_TOTP), "sErrorCode"))
                .isEqualTo("53000");
        assertThat(config(signInWith(Condition.ERROR_PAGE, Condition.MFA_TOTP), "strServiceExceptionMessage"))
                .isEqualTo("AADSTS50097: The sign-in of 'error_page.mfa_totp@contoso.com' ends here.");
    }

    @ParameterizedTest
    @CsvSource({"DEVICE_LOGIN, Select a certificate", "TERMS_OF_USE, Contoso terms of use"})
    void goesToAnotherHost(Condition condition, String heading) throws Exception {
        HttpResponse<String> response = signInWith(condition);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(EMULATOR.federationAuthority() + "/");
        assertThat(client.get(location).body()).contains("<h1>" + heading + "</h1>");
    }

    @Test
    void refusesAConditionThatComesTwice() {
        assertThatThrownBy(() -> ROUTE.with(Condition.CONSENT, Condition.CONSENT))
                .hasMessage("A condition comes twice in [CONSENT, CONSENT]");
    }

    @Test
    void writesPagesInAnotherLanguage() throws Exception {
        try (Emulator japanese = Emulator.builder().language("ja-JP").start()) {
            HttpSignIn other = new HttpSignIn(japanese);
            HttpResponse<String> page = other.authorize(other.request());
            assertThat(page.body())
                    .contains("<title>アカウントにサインイン</title>", "name=\"LocLC\" content=\"ja-JP\"", "content=\"1041\"")
                    .doesNotContain("Sign in to your account");
            assertThat(HttpSignIn.config(page).at("/str/Next").asText()).isEqualTo("次へ");
        }
        assertThatThrownBy(() -> Emulator.builder().language("tlh").start())
                .hasMessage("The emulator's pages are not written in tlh but in en-US, fi-FI, ja-JP.");
    }

    private HttpResponse<String> signInWith(Condition... conditions) throws Exception {
        return signInAs(Crowd.with(conditions));
    }

    private HttpResponse<String> signInAs(EmulatorUser user) throws Exception {
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
