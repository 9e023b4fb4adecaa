package io.github.osdutoken.benchmarks.rivals;

import java.net.http.HttpClient;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Wait;

/**
 * A script by somebody who knows these pages: short polls, the page-load strategy that does not wait, the pause that the
 * buttons want, and a look at which page is there in place of a wait for one that may not come.
 */
final class CarefulSelenium {

    private static final By USERNAME = By.cssSelector("#i0116:not(.moveOffScreen)");
    private static final By PASSWORD = By.cssSelector("#i0118:not(.moveOffScreen)");
    private static final By BUTTON = By.id("idSIButton9");
    private static final By KMSI = By.id("KmsiDescription");

    /** A click sooner after the last key is ignored. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private CarefulSelenium() {}

    public static void main(String[] arguments) throws Exception {
        Code code = new Code();
        String redirect;
        ChromeDriver driver = Chromium.driver(PageLoadStrategy.NONE);
        try {
            driver.get(code.authorizationRequest());
            Wait<WebDriver> wait = new FluentWait<WebDriver>(driver)
                    .withTimeout(Duration.ofSeconds(30))
                    .pollingEvery(Duration.ofMillis(50))
                    .ignoring(org.openqa.selenium.WebDriverException.class);
            type(wait, USERNAME, Code.setting("OSDU_USERNAME"));
            wait.until(ExpectedConditions.elementToBeClickable(BUTTON)).click();
            type(wait, PASSWORD, Code.setting("OSDU_PASSWORD"));
            wait.until(ExpectedConditions.elementToBeClickable(BUTTON)).click();
            boolean asked = wait.until(here ->
                    isRedirected(here) ? Boolean.FALSE : here.findElement(KMSI).isDisplayed() ? Boolean.TRUE : null);
            if (asked) {
                wait.until(ExpectedConditions.elementToBeClickable(By.id("idBtn_Back")))
                        .click();
            }
            wait.until(CarefulSelenium::isRedirected);
            redirect = driver.getCurrentUrl();
        } finally {
            driver.quit();
        }
        System.out.println(code.refreshToken(redirect, HttpClient.newHttpClient()));
    }

    private static void type(Wait<WebDriver> wait, By field, String text) throws InterruptedException {
        WebElement element = wait.until(ExpectedConditions.elementToBeClickable(field));
        element.sendKeys(text);
        Thread.sleep(PAUSE.toMillis()); // what such scripts do; ours waits for events
    }

    private static boolean isRedirected(WebDriver driver) {
        String address = driver.getCurrentUrl();
        return address != null && address.startsWith(Code.REDIRECT_URI);
    }
}
