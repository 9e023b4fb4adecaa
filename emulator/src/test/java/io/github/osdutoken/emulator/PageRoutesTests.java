package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Routes composed of conditions, walked in a real browser with plain Selenium. */
class PageRoutesTests {

    private static final By USERNAME = By.cssSelector("#i0116:not(.moveOffScreen)");
    private static final By PASSWORD = By.cssSelector("#i0118:not(.moveOffScreen)");
    private static final By PRIMARY = By.id("idSIButton9");
    private static final By CODE = By.id("idTxtBx_SAOTCC_OTC");
    private static final By VERIFY = By.id("idSubmit_SAOTCC_Continue");
    private static final By KMSI = By.id("KmsiDescription");
    private static final By PICKER = By.id("idA_PWD_SwitchToCredPicker");
    private static final By PASSWORD_TILE = By.cssSelector("#credentialList [data-test-cred-id='1']");

    private static ChromeDriver driver;
    private static WebDriverWait wait;

    private static final EmulatorUser SPLIT = Crowd.with(
            Condition.ACCOUNT_SPLIT, Condition.PHONE_SIGN_IN_PREFERRED, Condition.MFA_NUMBER, Condition.REMEMBER_MFA);
    private static final EmulatorUser NOTICES = Crowd.with(
            Condition.USE_PASSWORD_INSTEAD,
            Condition.MORE_INFORMATION_SKIPPABLE,
            Condition.AUTO_POST,
            Condition.SSO_NOTICE,
            Condition.CONSENT,
            Condition.APP_CONFIRM);
    private static final Emulator EMULATOR =
            Crowd.everybody().user(SPLIT).user(NOTICES).start();

    @BeforeAll
    static void startBrowser() {
        driver = Chromium.start();
        wait = new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(20));
    }

    @AfterAll
    static void stopBrowser() {
        driver.quit();
        EMULATOR.close();
    }

    @BeforeEach
    void forgetWhoIsSignedIn() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    @Test
    void goesFromASplitAndAPhoneToAPasswordAndAnAppsCode() throws Exception {
        EmulatorUser user = open(EMULATOR, SPLIT);
        typeUsername(user);
        see("account-split", By.id("aadTile"));
        assertThat(driver.findElement(By.id("msaTileTitle")).isDisplayed()).isTrue();
        click(By.id("aadTile"));
        see("phone-sign-in", By.id("idRemoteNGC_DisplaySign"));
        click(PICKER);
        see("credential-picker", PASSWORD_TILE);
        String before = driver.getCurrentUrl();
        click(PASSWORD_TILE);
        visible(PASSWORD);
        assertThat(driver.getCurrentUrl()).isEqualTo(before);
        typePassword(user);
        wait.until(ExpectedConditions.textToBe(By.id("idRichContext_DisplaySign"), "42"));
        see("mfa-number", By.id("idDiv_SAOTCAS_Title"));
        click(By.id("signInAnotherWay"));
        By totp = By.cssSelector("#idDiv_SAOTCS_Proofs [data-value='PhoneAppOTP']");
        see("mfa-method-list", totp);
        click(totp);
        see("mfa-code", CODE);
        assertThat(driver.findElement(By.id("idChkBx_SAOTCC_TileRememberMFA")).isSelected())
                .isFalse();
        enter(CODE, "12345");
        click(VERIFY);
        visible(By.id("idSpan_SAOTCC_Error_OTC"));
        assertThat(EMULATOR.totpPosts(user.username())).isZero();
        driver.findElement(CODE).clear();
        enter(CODE, totp(user));
        click(VERIFY);
        visible(KMSI);
        click(By.id("idBtn_Back"));
        awaitRedirect();
        assertThat(EMULATOR.totpPosts(user.username())).isEqualTo(1);
        assertThat(EMULATOR.passwordPosts(user.username())).isEqualTo(1);
    }

    @Test
    void showsARejectedCodeOnThePageAgain() throws Exception {
        EmulatorUser user = open(Condition.MFA_TOTP);
        typeUsername(user);
        visible(PASSWORD);
        typePassword(user);
        visible(CODE);
        enter(CODE, "000000");
        click(VERIFY);
        see("mfa-code-rejected", By.id("idSpan_SAOTCC_Error_OTC"));
        assertThat(script("return $Config.sErrorCode")).isEqualTo("500121");
        assertThat(driver.findElement(CODE).getDomAttribute("class")).contains("has-error");
    }

    @ParameterizedTest
    @CsvSource({"MFA_DECLINED, idDiv_SAASDS_Description", "MFA_TIMED_OUT, idDiv_SAASTO_Description"})
    void tellsThatANotificationCameToNothing(Condition condition, String id) throws Exception {
        EmulatorUser user = open(condition);
        typeUsername(user);
        visible(PASSWORD);
        typePassword(user);
        see(condition.name(), By.id(id));
        assertThat(EMULATOR.totpPosts(user.username())).isZero();
    }

    @Test
    void goesThroughNoticesToARedirectByScript() throws Exception {
        EmulatorUser user = open(EMULATOR, NOTICES);
        typeUsername(user);
        click(By.id("idA_PWD_SwitchToPassword"));
        visible(PASSWORD);
        typePassword(user);
        see("more-information", By.id("skipMfaRegistrationLink"));
        click(By.id("skipMfaRegistrationLink"));
        By notice = By.cssSelector("form[name=ssoConsentForm] button[type=submit][aria-labelledby=ssoConsentTitle]");
        see("sso-notice", notice);
        click(notice);
        see("consent", By.id("appDomainLinkToAppInfo"));
        click(PRIMARY);
        see("app-confirm", By.id("appConfirmTitle"));
        click(PRIMARY);
        visible(KMSI);
        click(By.id("idBtn_Back"));
        awaitRedirect();
        assertThat(EMULATOR.submissions()).containsEntry("hiddenform", 1).containsEntry("ConvergedConsent", 1);
    }

    private void passkeys(String answer) {
        driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", "if (navigator.credentials) { navigator.credentials.get = () => " + answer + "; }"));
    }

    @Test
    void asksForAPasskeyUntilTheBrowserRefuses() throws Exception {
        // Chromium asks its user, which nobody sees without a window; the headless shell refuses at once.
        passkeys("new Promise(() => {})");
        EmulatorUser user = open(Condition.PASSKEY_PREFERRED);
        typeUsername(user);
        wait.until(d -> url().startsWith(EMULATOR.loginMicrosoftCom() + "/" + EMULATOR.tenantId() + "/fido/get?"));
        visible(By.cssSelector("[role=heading]"));
        Chromium.photograph(driver, "passkey");
        assertThat(driver.findElements(PICKER)).isEmpty();

        passkeys("Promise.reject(new DOMException('', 'NotAllowedError'))");
        driver.navigate().refresh();
        see("passkey-refused", PICKER);
        click(PICKER);
        click(PASSWORD_TILE);
        visible(PASSWORD);
        typePassword(user);
        visible(KMSI);
        assertThat(url()).startsWith(EMULATOR.loginMicrosoftCom().toString());
        click(By.id("idBtn_Back"));
        awaitRedirect();
    }

    @ParameterizedTest
    @CsvSource({
        "FEDERATED_ADFS, '', passwordInput, submitButton",
        "FEDERATED_ADFS_PAGINATED, nextButton, passwordInput, submitButton",
        "FEDERATED_ADFS_2, '', ContentPlaceHolder1_PasswordTextBox, ContentPlaceHolder1_SubmitButton"
    })
    void signsInAtAnotherIdentityProviderAndComesBack(Condition condition, String next, String password, String submit)
            throws Exception {
        EmulatorUser user = open(condition);
        typeUsername(user);
        wait.until(d -> url().startsWith(EMULATOR.federationAuthority() + "/adfs/ls/"));
        if (!next.isEmpty()) {
            click(By.id(next));
        }
        see(condition.name(), By.id(password));
        enter(By.id(password), user.password());
        click(By.id(submit));
        visible(KMSI);
        assertThat(url()).startsWith(EMULATOR.authority().toString());
        click(By.id("idBtn_Back"));
        awaitRedirect();
    }

    @Test
    void picksAnAccountAndSignsInOnAFluentPageInFinnish() throws Exception {
        EmulatorUser user = Crowd.with(Condition.ACCOUNT_REMEMBERED);
        try (Emulator finnish = Emulator.builder().user(user).language("fi-FI").start()) {
            open(finnish, user);
            see("account-picker", By.cssSelector("#tilesHolder [role=button][data-test-id='" + user.username() + "']"));
            click(By.id("otherTile"));
            see("username-finnish", USERNAME);
            finnish.faults().on(Quirk.FLUENT_SIGN_IN);
            driver.navigate().refresh();
            By primary = By.cssSelector("button[data-testid=primaryButton]");
            see("fluent-username", By.id("usernameEntry"));
            enter(By.id("usernameEntry"), user.username());
            click(primary);
            see("fluent-password", By.id("passwordEntry"));
            enter(By.id("passwordEntry"), user.password());
            click(primary);
            see("kmsi-finnish", KMSI);
            assertThat(driver.findElement(By.cssSelector("[role=heading]")).getText())
                    .isEqualTo("Pysytäänkö kirjautuneena?");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN_APPROVAL, [data-bind*=admin-approval-view]",
        "MORE_INFORMATION, #ProofUpDescription",
        "CONDITIONAL_ACCESS, [data-bind*=conditional-access-view]",
        "ERROR_PAGE, #service_exception_message",
        "MFA_PHONE_CONFIRM, #idTxtBx_SAOTCS_PhoneNumber",
        "UNKNOWN_PAGE, #noveltyDescription",
        "DEVICE_LOGIN, h1"
    })
    void drawsTheRest(Condition condition, String mark) throws Exception {
        EmulatorUser user = open(condition);
        typeUsername(user);
        visible(PASSWORD);
        typePassword(user);
        see(condition.name(), By.cssSelector(mark));
    }

    @ParameterizedTest
    @CsvSource({"PERSONAL_ACCOUNT, passwordEntry", "PERSONAL_ACCOUNT_OLDER, i0118"})
    void leavesForThePersonalAccounts(Condition condition, String field) throws Exception {
        EmulatorUser user = open(condition);
        typeUsername(user);
        wait.until(d -> url().startsWith(EMULATOR.federationAuthority().toString()));
        see(condition.name(), By.id(field));
    }

    private EmulatorUser open(Condition condition) {
        return open(EMULATOR, Crowd.with(condition));
    }

    private EmulatorUser open(Emulator emulator, EmulatorUser user) {
        emulator.faults().lostClickWindow(Duration.ZERO);
        driver.get(emulator.authority() + "/" + emulator.tenantId() + "/oauth2/v2.0/authorize?"
                + HttpSignIn.encode(new HttpSignIn(emulator).request()));
        return user;
    }

    private void typeUsername(EmulatorUser user) {
        visible(USERNAME);
        enter(USERNAME, user.username());
        click(PRIMARY);
    }

    private void typePassword(EmulatorUser user) {
        enter(PASSWORD, user.password());
        click(PRIMARY);
    }

    private void enter(By by, String text) {
        visible(by).sendKeys(text);
    }

    /** Click once the view stands still, which is when a click counts. */
    private void click(By by) {
        WebElement element = visible(by);
        settled();
        element.click();
    }

    private WebElement visible(By by) {
        return wait.until(ExpectedConditions.refreshed(ExpectedConditions.visibilityOfElementLocated(by)));
    }

    private void see(String name, By by) throws IOException {
        visible(by);
        settled();
        Chromium.photograph(driver, name);
    }

    private void settled() {
        wait.until(d -> Objects.equals(
                script("return document.getAnimations().every(a => a.playState !== 'running'"
                        + " || a.effect.target.closest('.progress'))"),
                true));
    }

    private void awaitRedirect() {
        wait.until(d -> url().startsWith("http://localhost:8080/?state="));
    }

    private static Object script(String text) {
        return Objects.requireNonNullElse(driver.executeScript(text), List.of());
    }

    private static String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    private static String totp(EmulatorUser user) throws GeneralSecurityException {
        byte[] seed = Base32.decode(Objects.requireNonNull(user.totpSecret()));
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(seed, "HmacSHA1"), Instant.now());
    }
}
