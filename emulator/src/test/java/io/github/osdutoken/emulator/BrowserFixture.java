package io.github.osdutoken.emulator;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** An emulator and a browser, and what both kinds of tests do with them. */
abstract class BrowserFixture {

    static final By USERNAME = By.cssSelector("#i0116:not(.moveOffScreen)");
    static final By PASSWORD = By.cssSelector("#i0118:not(.moveOffScreen)");
    static final By NEXT = By.id("idSIButton9");

    final Emulator emulator = Emulator.start();
    final HttpSignIn client = new HttpSignIn(emulator);
    ChromeDriver driver;
    WebDriverWait wait;

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

    void open() {
        driver.get(authorizeUri());
        visible(USERNAME);
    }

    String authorizeUri(String... others) {
        return emulator.authority() + "/" + emulator.tenantId() + "/oauth2/v2.0/authorize?"
                + HttpSignIn.encode(client.request(others));
    }

    void toPassword(String username) {
        driver.findElement(USERNAME).sendKeys(username);
        driver.findElement(NEXT).click();
        visible(PASSWORD);
    }

    WebElement visible(By by) {
        return wait.until(ExpectedConditions.refreshed(ExpectedConditions.visibilityOfElementLocated(by)));
    }

    /** Wait for the slide-in to end. */
    void settled() {
        wait.until(
                d -> Boolean.TRUE.equals(script("return document.getAnimations().filter(a => a.playState === 'running'"
                        + " && !a.effect.target.closest('.progress')).length === 0")));
    }

    @Nullable
    Object script(String text, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(text, arguments);
    }

    String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    long requestsTo(String path) {
        return emulator.requests().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    static boolean isStale(WebElement element) {
        try {
            element.isDisplayed();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    void photograph(String name) throws IOException {
        Chromium.photograph(driver, name);
    }
}
