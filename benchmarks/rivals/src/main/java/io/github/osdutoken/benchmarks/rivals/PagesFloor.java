package io.github.osdutoken.benchmarks.rivals;

import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Wait;

/**
 * What the pages themselves take, from the first one drawn to the redirect: a script inside of them fills in each field as
 * soon as there is one, and clicks as soon as the click counts. Nobody outside can be faster, and no person so fast.
 */
final class PagesFloor {

    private static final String HAND = """
            const USER = %s, PASSWORD = %s;
            let view = null;
            const fill = (field, text) => {
                if (view === field) return;
                view = field;
                field.value = text;
                field.dispatchEvent(new Event('input', {bubbles: true}));
                const typed = performance.now();
                const click = () => performance.now() - typed < $Config.emulator.lostClickMillis + 1
                    ? setTimeout(click) : document.getElementById('idSIButton9').click();
                click();
            };
            new MutationObserver(() => {
                const user = document.querySelector('#i0116:not(.moveOffScreen)');
                const password = document.querySelector('#i0118:not(.moveOffScreen)');
                const no = document.getElementById('idBtn_Back');
                if (user) fill(user, USER);
                else if (password) fill(password, PASSWORD);
                else if (no && document.getElementById('KmsiDescription') && view !== no) { view = no; setTimeout(() => no.click()); }
            }).observe(document, {childList: true, subtree: true});
            """;

    private PagesFloor() {}

    /** Return how many milliseconds the pages took. */
    static double signIn() throws Exception {
        Code code = new Code();
        ChromeDriver driver = Chromium.driver(PageLoadStrategy.NONE);
        try {
            String hand = HAND.formatted(
                    Code.JSON.writeValueAsString(Code.setting("OSDU_USERNAME")),
                    Code.JSON.writeValueAsString(Code.setting("OSDU_PASSWORD")));
            driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", hand));
            driver.get(code.authorizationRequest());
            Wait<WebDriver> wait = new FluentWait<WebDriver>(driver)
                    .withTimeout(Duration.ofSeconds(30))
                    .pollingEvery(Duration.ofMillis(5))
                    .ignoring(WebDriverException.class);
            wait.until(here -> here.findElement(By.id("i0116")).isDisplayed());
            long start = System.nanoTime();
            wait.until(here -> String.valueOf(here.getCurrentUrl()).startsWith(Code.REDIRECT_URI));
            return (System.nanoTime() - start) / 1e6;
        } finally {
            driver.quit();
        }
    }
}
