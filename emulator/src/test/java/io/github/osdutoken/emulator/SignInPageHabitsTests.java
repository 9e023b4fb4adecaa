package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** What makes the pages hard to drive. */
class SignInPageHabitsTests extends BrowserFixture {

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
        // A click that is not lost may take the button away from the next one.
        wait.ignoring(StaleElementReferenceException.class).until(d -> {
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
    void promptsForAPasswordWithoutRejectingOne() {
        emulator.faults().on(Quirk.PASSWORD_PROMPTED);
        open();
        toPassword("editor@contoso.com");
        assertThat(visible(By.id("passwordError")).getText()).isEqualTo("Please enter your password.");
        assertThat(driver.findElement(PASSWORD).getDomAttribute("class")).doesNotContain("has-error");
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
}
