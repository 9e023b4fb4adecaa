package io.github.osdutoken.browser;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running browser of this machine and the driver before it; both end together. */
final class BrowserProcess implements BrowserWindow {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserProcess.class);

    /** A new session takes no time, unless the page of another waits for a server that does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromiumDriver driver;
    private final LocalDriver local;

    private BrowserProcess(ChromiumDriver driver, LocalDriver local) {
        this.driver = driver;
        this.local = local;
    }

    static BrowserProcess start(SignInOptions options, @Nullable String unreachable) {
        BrowserProcess process = launch(options, unreachable);
        if (options.headless()) {
            process.driver.refusePasskeys();
        }
        return process;
    }

    private static BrowserProcess launch(SignInOptions options, @Nullable String unreachable) {
        InstalledBrowser likeliest = InstalledBrowser.find(options.browser(), options.headless());
        try {
            return launch(likeliest, options, unreachable);
        } catch (SignInException e) {
            InstalledBrowser ordinary = InstalledBrowser.ordinary(options.browser());
            if (ordinary.equals(likeliest) || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.info("{} Trying {}.", e.getMessage(), ordinary);
            return launch(ordinary, options, unreachable);
        }
    }

    private static BrowserProcess launch(
            InstalledBrowser installed, SignInOptions options, @Nullable String unreachable) {
        Capabilities wanted = ChromiumSettings.of(options, installed.binary(), unreachable);
        LocalDriver local;
        try {
            local = LocalDriver.start(installed);
        } catch (SignInException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unavailable("Starting " + installed, e);
        }
        try {
            ChromiumDriver driver = new ChromiumDriver(local.url(), wanted, new QuietHttp());
            local.hasBrowser();
            return new BrowserProcess(driver, local);
        } catch (RuntimeException e) {
            boolean givenUp = Thread.interrupted(); // or the driver's end would not be waited for
            local.close();
            if (givenUp) {
                Thread.currentThread().interrupt();
            }
            throw unavailable("Starting " + installed, e);
        }
    }

    /**
     * Open another session with the same browser, which ends without ending the browser.
     *
     * @param window the handle of the window it drives
     */
    ChromiumDriver another(SignInOptions options, String window) {
        ChromiumDriver another = new ChromiumDriver(
                local.url(), ChromiumSettings.attached(options, driver.getCapabilities()), new QuietHttp(PATIENCE));
        try {
            another.switchTo().window(window);
            another.refusePasskeys();
            return another;
        } catch (RuntimeException e) {
            another.quit();
            throw e;
        }
    }

    /** Leave nothing of a sign-in in the first window, for the browser goes on. */
    void forget() {
        driver.get("about:blank");
        driver.clearCookies();
    }

    @Override
    public ChromiumDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        local.close();
        try {
            driver.quit(); // the browser has ended: this lets go of the connection to it
        } catch (RuntimeException e) {
            LOG.debug("The browser did not quit: {}", e.getClass().getSimpleName());
        }
    }

    private static SignInException unavailable(String attempted, Exception e) {
        String found = e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("").strip();
        return SignInException.of(
                Reason.BROWSER_UNAVAILABLE,
                attempted,
                found.endsWith(".") ? found : found + ".",
                "Browser and driver must be of the same version (osdu.browser names another browser, SE_CHROMEDRIVER"
                        + " another driver), and need memory, open files (ulimit -n) and room in "
                        + System.getProperty("java.io.tmpdir") + ".",
                e);
    }
}
