package io.github.osdutoken.cli.serve;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.Quirk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** An emulator, a browser, and the page of one test in it. */
abstract class PageFixture {

    static Emulator emulator;
    static ChromeDriver driver;
    static WebDriverWait wait;

    @TempDir
    Path folder;

    private @Nullable Served served;

    @BeforeAll
    static void startBrowser() {
        emulator = Emulator.start();
        driver = Chromium.start();
        wait = new WebDriverWait(driver, Duration.ofSeconds(30), Duration.ofMillis(20));
    }

    @AfterAll
    static void stopBrowser() {
        driver.quit();
        emulator.close();
    }

    @AfterEach
    void stopPage() {
        served().close();
        List<String> windows = new ArrayList<>(driver.getWindowHandles());
        while (windows.size() > 1) {
            driver.switchTo().window(windows.remove(windows.size() - 1)).close();
        }
        driver.switchTo().window(windows.get(0));
        emulator.faults().reset();
    }

    void open(Map<String, String> changes) {
        emulator.faults().on(Quirk.NO_KMSI);
        served = Served.at(emulator, folder, changes);
        driver.get(served().page().uri() + "/");
        visible(By.id("code"));
    }

    Served served() {
        return Objects.requireNonNull(served);
    }

    void enter() {
        driver.findElement(By.id("code")).sendKeys(served().page().code().toLowerCase(Locale.ROOT));
        click("#door button");
        visible(By.id("as-me"));
    }

    void openAndEnter(Map<String, String> changes) {
        open(changes);
        enter();
    }

    /** Sign in at the emulator's pages as a person does. */
    void signInByHand() {
        signInByHand("editor@contoso.com", emulator.user("default").password());
    }

    void signInByHand(String username, String password) {
        visible(By.cssSelector("#i0116:not(.moveOffScreen)")).sendKeys(username);
        settledClick();
        visible(By.cssSelector("#i0118:not(.moveOffScreen)")).sendKeys(password);
        settledClick();
    }

    /** The emulator, like Entra ID, loses clicks right after a key stroke and while the page slides. */
    void settledClick() {
        wait.until(d -> Boolean.TRUE.equals(
                driver.executeScript("return document.getAnimations().filter(a => a.playState === 'running'"
                        + " && !a.effect.target.closest('.progress')).length === 0")));
        driver.findElement(By.id("idSIButton9")).click();
    }

    String toOtherWindow() {
        String own = driver.getWindowHandle();
        Set<String> windows = wait.until(d -> d.getWindowHandles().size() > 1 ? d.getWindowHandles() : null);
        driver.switchTo()
                .window(windows.stream().filter(w -> !w.equals(own)).findFirst().orElseThrow());
        return own;
    }

    WebElement visible(By by) {
        return wait.until(ExpectedConditions.refreshed(ExpectedConditions.visibilityOfElementLocated(by)));
    }

    void see(String selector, String text) {
        try {
            wait.until(d -> text(selector).equals(text));
        } catch (TimeoutException e) {
            throw new AssertionError(selector + " says '" + text(selector) + "', not '" + text + "'", e);
        }
    }

    void click(String selector) {
        visible(By.cssSelector(selector)).click();
    }

    String text(String selector) {
        // In one go: what is drawn anew in between would be stale.
        return String.valueOf(
                driver.executeScript("return document.querySelector(arguments[0])?.innerText ?? ''", selector));
    }

    void type(String key, String text) {
        WebElement field = visible(By.name(key));
        field.clear();
        field.sendKeys(text);
    }

    static void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }
}
