package io.github.osdutoken.browser;

import io.github.osdutoken.GridCredentials;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.SessionId;
import org.openqa.selenium.remote.http.ClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A browser that a Selenium Grid lends. It is given back when closed, at the latest with the JVM, and a moment after it if
 * that is killed.
 */
final class GridBrowser implements BrowserWindow {

    private static final Logger LOG = LoggerFactory.getLogger(GridBrowser.class);

    private static final Duration TO_QUIT = Duration.ofSeconds(5);

    private final ChromiumDriver driver;
    private final LastWill will;
    private final Thread atExit = new Thread(this::end, "osdu-grid-end");
    private boolean closed;

    private GridBrowser(ChromiumDriver driver, LastWill will) {
        this.driver = driver;
        this.will = will;
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            end(); // the JVM is ending already
            throw e;
        }
    }

    /**
     * Ask for a browser, and wait until the Grid has one.
     *
     * @throws SignInException if it gives none
     */
    static GridBrowser open(SignInOptions options, URI grid, @Nullable String unreachable) {
        QuietHttp http = new QuietHttp();
        GridCredentials credentials = options.gridCredentials();
        String authorization = credentials == null ? "" : credentials.authorization();
        try {
            ClientConfig config = ClientConfig.defaultConfig().baseUrl(grid.toURL());
            if (credentials != null) {
                // Sent unasked: Selenium's own way sends a rejected password three times.
                config = config.withFilter(
                        next -> request -> next.execute(request.setHeader("Authorization", authorization)));
            }
            ChromiumDriver driver = new ChromiumDriver(config, http, ChromiumSettings.of(options, null, unreachable));
            SessionId session = Objects.requireNonNull(driver.getSessionId());
            GridBrowser browser = new GridBrowser(driver, SessionWatch.over(grid, session, authorization));
            if (options.headless()) {
                driver.refusePasskeys();
            }
            return browser;
        } catch (WebDriverException e) {
            throw GridFailure.of(grid, http.status(), e);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a URL: " + grid, e);
        }
    }

    @Override
    public ChromiumDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.trace("The JVM is ending, and its hook found nothing left to do");
        }
    }

    /** End once; who comes second waits until the first is through. */
    private synchronized void end() {
        if (closed) {
            return;
        }
        closed = true;
        Thread quitting = new Thread(this::quit, "osdu-grid-quit");
        quitting.setDaemon(true);
        quitting.start();
        if (hasEnded(quitting)) {
            will.close();
        } else { // Selenium waits for three minutes, and an ending JVM with it; curl goes on alone
            LOG.debug("The Grid does not say that the session has ended");
            will.execute();
        }
    }

    private void quit() {
        try {
            driver.quit();
        } catch (RuntimeException e) {
            LOG.debug("The Grid's session did not end: {}", e.getClass().getSimpleName());
        }
    }

    private static boolean hasEnded(Thread quitting) {
        try {
            quitting.join(TO_QUIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !quitting.isAlive();
    }
}
