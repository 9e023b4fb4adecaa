package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages in a real browser. */
class SignInPagesTests extends BrowserFixture {

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
}
