package io.github.osdutoken.benchmarks.rivals;

import java.net.http.HttpClient;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A script as recipes have it: Selenium's defaults, pages in a fixed order, a second before each click, and some seconds
 * for each page that may come: the choice between a work and a personal account, and the second factor.
 */
final class RecipeSelenium {

    private static final Duration OPTIONAL = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private RecipeSelenium() {}

    public static void main(String[] arguments) throws Exception {
        Code code = new Code();
        String redirect;
        ChromeDriver driver = Chromium.driver(PageLoadStrategy.NORMAL);
        try {
            driver.get(code.authorizationRequest());
            WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(30));
            wait.until(ExpectedConditions.elementToBeClickable(By.id("i0116"))).sendKeys(Code.setting("OSDU_USERNAME"));
            click(wait, By.id("idSIButton9"));
            clickIfThere(driver, By.id("aadTile"));
            wait.until(ExpectedConditions.elementToBeClickable(By.id("i0118"))).sendKeys(Code.setting("OSDU_PASSWORD"));
            click(wait, By.id("idSIButton9"));
            clickIfThere(driver, By.id("idSubmit_SAOTCC_Continue"));
            clickIfThere(driver, By.id("idBtn_Back"));
            wait.until(ExpectedConditions.urlContains("code="));
            redirect = driver.getCurrentUrl();
        } finally {
            driver.quit();
        }
        System.out.println(code.refreshToken(String.valueOf(redirect), HttpClient.newHttpClient()));
    }

    private static void click(WebDriverWait wait, By button) throws InterruptedException {
        Thread.sleep(PAUSE.toMillis()); // what such scripts do; ours waits for events
        wait.until(ExpectedConditions.elementToBeClickable(button)).click();
    }

    private static void clickIfThere(ChromeDriver driver, By element) throws InterruptedException {
        try {
            click(new WebDriverWait(driver, OPTIONAL), element);
        } catch (TimeoutException e) {
            // not asked this time
        }
    }
}
