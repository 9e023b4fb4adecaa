package io.github.osdutoken.benchmarks.rivals;

import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What the browser alone takes: driver and browser started, the first page drawn, both ended. */
final class BrowserFloor {

    private BrowserFloor() {}

    public static void main(String[] arguments) {
        visit();
    }

    static void visit() {
        ChromeDriver driver = Chromium.driver(PageLoadStrategy.NONE);
        try {
            driver.get(new Code().authorizationRequest());
            new WebDriverWait(driver, Duration.ofSeconds(30), Duration.ofMillis(20))
                    .until(ExpectedConditions.visibilityOfElementLocated(By.id("i0116")));
        } finally {
            driver.quit();
        }
    }
}
