package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages in a real browser, driven as carelessly and as carefully as people do. */
class SignInPagesTests {

    private static final By USERNAME = By.cssSelector("#i0116:not(.moveOffScreen)");
    private static final By PASSWORD = By.cssSelector("#i0118:not(.moveOffScreen)");
    private static final By NEXT = By.id("idSIButton9");

    private final Emulator emulator = Emulator.start();
    private final HttpSignIn client = new HttpSignIn(emulator);
    private ChromeDriver driver;
    private WebDriverWait wait;

    @BeforeEach
    void startBrowser() {
        driver = Chromium.start();
        wait = new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(20));
        // Most tests are about something else; those about lost clicks set it themselves.
        emulator.faults().lostClickWindow(Duration.ZERO);
    }

    @AfterEach
    void stop() {
        driver.quit();
        emulator.close();
    }

    @Test
    void leadsFromUserNameToRedirectWithACode() throws Exception {
        open();
        photograph("username");
        assertThat(driver.findElement(By.cssSelector("meta[name=PageID]")).getDomAttribute("content"))
                .isEqualTo("ConvergedSignIn");
        assertThat(script("return $Config.pgid + ' ' + ServerData.sErrorCode")).isEqualTo("ConvergedSignIn 50058");
        String before = driver.getCurrentUrl();
        WebElement username = driver.findElement(USERNAME);
        username.sendKeys("editor@contoso.com");
        driver.findElement(NEXT).click();

        WebElement password = visible(PASSWORD);
        assertThat(driver.getCurrentUrl()).isEqualTo(before);
        assertThat(driver.findElement(By.id("displayName")).getText()).isEqualTo("editor@contoso.com");
        assertThat(isStale(username)).isTrue();
        settled();
        photograph("password");
        password.sendKeys(emulator.user("editor").password());
        driver.findElement(NEXT).click();

        visible(By.id("KmsiDescription"));
        settled();
        photograph("kmsi");
        assertThat(script("return $Config.pgid")).isEqualTo("KmsiInterrupt");
        assertThat(driver.findElement(NEXT).getDomProperty("value")).isEqualTo("Yes");
        assertThat(driver.findElement(By.id("KmsiCheckboxField")).isSelected()).isFalse();
        driver.findElement(By.id("idBtn_Back")).click();

        wait.until(d -> url().startsWith("http://localhost:8080/?"));
        assertThat(url()).matches("http://localhost:8080/\\?state=a\\+state\\+%26\\+more&code=[^&]+&session_state=.*");
        assertThat(emulator.passwordPosts("editor@contoso.com")).isEqualTo(1);
        assertThat(emulator.codesIssued()).isEqualTo(1);
    }

    @Test
    void servesNoInputsAndADecoyPasswordBesideTheUserName() throws Exception {
        String served = client.authorize(client.request()).body();
        assertThat(served)
                .doesNotContain("<input")
                .doesNotContain("i0116")
                .contains("class=\"cb\" style=\"display: none\"");

        open();
        WebElement decoy = driver.findElement(By.id("i0118"));
        assertThat(decoy.getDomAttribute("class")).isEqualTo("moveOffScreen");
        assertThat(decoy.getDomAttribute("tabindex")).isEqualTo("-1");
        assertThat(decoy.getDomAttribute("aria-hidden")).isEqualTo("true");
        assertThat(decoy.isDisplayed()).isFalse();

        toPassword("editor@contoso.com");
        assertThat(driver.findElement(By.cssSelector("#i0116.moveOffScreen")).getDomProperty("value"))
                .isEqualTo("editor@contoso.com");
    }

    @Test
    void staysBlankUntilTheScriptHasCome() {
        emulator.faults().delay(Faults.Step.SCRIPT, Duration.ofMillis(700));
        long begin = System.nanoTime();
        driver.get(authorizeUri());
        visible(USERNAME);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void losesAClickInTheSameBreathAsTheLastKeyStroke() {
        emulator.faults()
                .lostClickWindow(Duration.ofMinutes(5))
                // Were the click not lost, the page would still be busy with it when it is looked at.
                .delay(Faults.Step.CREDENTIAL_TYPE, Duration.ofMinutes(1));
        open();
        driver.findElement(USERNAME).sendKeys("editor@contoso.com");
        driver.findElement(NEXT).click();
        assertThat(driver.findElements(By.cssSelector(".disable-lightbox"))).isEmpty();
        driver.findElement(USERNAME).sendKeys(Keys.ENTER);
        assertThat(driver.findElements(By.cssSelector(".disable-lightbox"))).isEmpty();

        emulator.faults().reset();
        open();
        driver.findElement(USERNAME).sendKeys("editor@contoso.com");
        wait.until(d -> {
            driver.findElement(NEXT).click();
            return requestsTo("/common/GetCredentialType") > 0;
        });
        visible(PASSWORD);
    }

    @Test
    void ignoresAValueThatNobodyTyped() {
        open();
        script("arguments[0].value = 'editor@contoso.com'", driver.findElement(USERNAME));
        driver.findElement(NEXT).click();
        assertThat(visible(By.id("usernameError")).getText()).isEqualTo("Enter a valid email address or phone number.");
        assertThat(requestsTo("/common/GetCredentialType")).isZero();
    }

    @Test
    void keepsTheFormDrawnWhileThePasswordIsOnItsWaySoThatASecondSubmitIsSent() {
        emulator.faults().submitLag(Duration.ofSeconds(2)).delay(Faults.Step.LOGIN, Duration.ofSeconds(3));
        open();
        toPassword("editor@contoso.com");
        WebElement password = driver.findElement(PASSWORD);
        password.sendKeys("wrong");
        driver.findElement(NEXT).click();
        assertThat(password.isDisplayed()).isTrue();
        assertThat(driver.findElement(By.cssSelector(".lightbox-cover.disable-lightbox"))
                        .isDisplayed())
                .isTrue();
        driver.findElement(NEXT).click();

        assertThat(visible(By.id("passwordError")).getText()).startsWith("Your account or password is incorrect.");
        assertThat(emulator.passwordPosts("editor@contoso.com")).isEqualTo(2);
    }

    @Test
    void showsAWrongPasswordOnANewDocumentOfTheSamePage() throws Exception {
        open();
        toPassword("viewer@contoso.com");
        driver.findElement(PASSWORD).sendKeys("wrong", Keys.ENTER);
        WebElement error = visible(By.id("passwordError"));
        settled();
        photograph("wrong-password");
        assertThat(error.getText())
                .isEqualTo("Your account or password is incorrect. If you don't remember your password, reset it now.");
        assertThat(driver.findElement(PASSWORD).getDomAttribute("class")).contains("has-error");
        assertThat(script("return $Config.pgid + ' ' + $Config.sErrorCode")).isEqualTo("ConvergedSignIn 50126");
        assertThat(driver.getCurrentUrl()).endsWith(emulator.tenantId() + "/login");
    }

    @Test
    void saysThatAUserIsUnknownWithoutLeavingTheView() throws Exception {
        open();
        driver.findElement(USERNAME).sendKeys("nobody@contoso.com");
        driver.findElement(NEXT).click();
        assertThat(visible(By.id("usernameError")).getText()).startsWith("This username may be incorrect.");
        assertThat(driver.findElement(USERNAME).getDomAttribute("class")).contains("has-error");
        photograph("unknown-user");
        assertThat(emulator.passwordPosts()).isZero();
    }

    @Test
    void goesBackFromThePasswordToTheUserName() {
        open();
        toPassword("editor@contoso.com");
        driver.findElement(By.id("idBtn_Back")).click();
        assertThat(visible(USERNAME).getDomProperty("value")).isEmpty();
        assertThat(driver.findElements(By.id("displayName"))).isEmpty();
    }

    @Test
    void promptsForAPasswordWithoutRejectingOne() {
        emulator.faults().on(Quirk.PASSWORD_PROMPTED);
        open();
        toPassword("editor@contoso.com");
        assertThat(visible(By.id("passwordError")).getText()).isEqualTo("Please enter your password.");
        assertThat(driver.findElement(PASSWORD).getDomAttribute("class")).doesNotContain("has-error");
    }

    @Test
    void asksAgainWhenTheLookUpFails() {
        emulator.faults().fail(Faults.Step.CREDENTIAL_TYPE, Faults.Failure.UNAVAILABLE, 1);
        open();
        driver.findElement(USERNAME).sendKeys("editor@contoso.com");
        driver.findElement(NEXT).click();
        assertThat(visible(By.id("usernameError")).getText())
                .isEqualTo("There was an issue looking up your account. Tap Next to try again.");
        driver.findElement(NEXT).click();
        visible(PASSWORD);
    }

    @Test
    void runsNoScriptThatAPageWasNotServedWith() {
        open();
        script("var s = document.createElement('script'); s.textContent = 'window.injected = 1';"
                + " document.head.append(s); document.body.setAttribute('onclick', 'window.injected = 2');"
                + " document.body.click();");
        assertThat(script("return window.injected || 'nothing ran'")).isEqualTo("nothing ran");
    }

    @Test
    void postsTheAnswerFromAHiddenForm() throws Exception {
        emulator.faults().on(Quirk.NO_KMSI);
        driver.get(authorizeUri("response_mode", "form_post"));
        visible(USERNAME);
        toPassword("viewer@contoso.com");
        driver.findElement(PASSWORD).sendKeys(emulator.user("viewer").password(), Keys.ENTER);
        wait.until(d -> url().startsWith("http://localhost:8080"));
        assertThat(url()).isEqualTo("http://localhost:8080/");
    }

    @Test
    void showsAnErrorPageInsteadOfRedirectingToAnUnknownPlace() throws Exception {
        driver.get(authorizeUri("redirect_uri", "http://localhost:8080/elsewhere"));
        assertThat(visible(By.id("service_exception_message")).getText())
                .startsWith("AADSTS50011: The redirect URI 'http://localhost:8080/elsewhere' specified in the request"
                        + " does not match the redirect URIs configured for the application");
        settled();
        photograph("error");
        assertThat(script("return $Config.pgid")).isEqualTo("ConvergedError");
        assertThat(script("return $Config.strServiceExceptionMessage"))
                .asString()
                .startsWith("AADSTS50011: ");
        assertThat(driver.findElement(By.id("exceptionMessageContainer")).getText())
                .startsWith("AADSTS50011: ");
    }

    @Test
    void remembersTheSessionOfTheBrowser() {
        emulator.faults().on(Quirk.NO_KMSI);
        open();
        toPassword("editor@contoso.com");
        driver.findElement(PASSWORD).sendKeys(emulator.user("editor").password(), Keys.ENTER);
        wait.until(d -> url().startsWith("http://localhost:8080/?"));
        script("location.href = arguments[0]", authorizeUri("state", "second"));
        wait.until(d -> url().startsWith("http://localhost:8080/?state=second&code="));
        assertThat(emulator.passwordPosts()).isEqualTo(1);

        driver.get(authorizeUri("prompt", "login"));
        visible(USERNAME);
    }

    @Test
    void survivesAStepBackWithAnErrorPage() {
        emulator.faults().on(Quirk.NO_KMSI);
        open();
        toPassword("editor@contoso.com");
        script("window.stale = {ctx: $Config.sCtx, canary: $Config.canary, flowToken: $Config.sFT}");
        String stale = String.valueOf(script("return JSON.stringify(window.stale)"));
        driver.findElement(PASSWORD).sendKeys(emulator.user("editor").password(), Keys.ENTER);
        wait.until(d -> url().startsWith("http://localhost:8080/?"));
        driver.get(emulator.authority() + "/jsdisabled");
        script(
                "var stale = JSON.parse(arguments[0]); stale.login = 'editor@contoso.com'; stale.passwd = 'x';"
                        + " var form = document.createElement('form'); form.method = 'post'; form.action = arguments[1];"
                        + " Object.keys(stale).forEach(function (name) { var i = document.createElement('input');"
                        + " i.name = name; i.value = stale[name]; form.append(i); }); document.body.append(form);"
                        + " form.submit();",
                stale,
                "/" + emulator.tenantId() + "/login");
        assertThat(visible(By.id("service_exception_message")).getText())
                .startsWith("AADSTS165000: Invalid Request: The request tokens do not match the user context.");
    }

    @Test
    void showsThatAPasswordHasExpired() throws Exception {
        EmulatorUser expired = emulator.users().get(1).with(EmulatorUser.Condition.PASSWORD_EXPIRED);
        try (Emulator other = Emulator.builder().user(expired).start()) {
            other.faults().lostClickWindow(Duration.ZERO);
            HttpSignIn otherClient = new HttpSignIn(other);
            driver.get(other.authority() + "/" + other.tenantId() + "/oauth2/v2.0/authorize?"
                    + HttpSignIn.encode(otherClient.request()));
            visible(USERNAME);
            toPassword(expired.username());
            driver.findElement(PASSWORD).sendKeys(expired.password(), Keys.ENTER);
            visible(By.id("currentPassword"));
            settled();
            photograph("change-password");
            assertThat(script("return $Config.pgid + ' ' + $Config.sErrorCode"))
                    .isEqualTo("ConvergedChangePassword 50055");
            assertThat(other.codesIssued()).isZero();
        }
    }

    private void open() {
        driver.get(authorizeUri());
        visible(USERNAME);
    }

    private String authorizeUri(String... others) {
        return emulator.authority() + "/" + emulator.tenantId() + "/oauth2/v2.0/authorize?"
                + HttpSignIn.encode(client.request(others));
    }

    private void toPassword(String username) {
        driver.findElement(USERNAME).sendKeys(username);
        driver.findElement(NEXT).click();
        visible(PASSWORD);
    }

    private WebElement visible(By by) {
        return wait.until(ExpectedConditions.refreshed(ExpectedConditions.visibilityOfElementLocated(by)));
    }

    /** Wait for the slide-in to end. */
    private void settled() {
        wait.until(
                d -> Boolean.TRUE.equals(script("return document.getAnimations().filter(a => a.playState === 'running'"
                        + " && !a.effect.target.closest('.progress')).length === 0")));
    }

    private @Nullable Object script(String text, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(text, arguments);
    }

    private String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    private long requestsTo(String path) {
        return emulator.requests().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    private static boolean isStale(WebElement element) {
        try {
            element.isDisplayed();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    private void photograph(String name) throws IOException {
        Path folder = Path.of("target", "pages");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES));
    }
}
