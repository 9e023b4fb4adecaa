package io.github.osdutoken.browser;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A window of a browser that others use at the same time. */
final class SharedWindow implements BrowserWindow {

    private static final Logger LOG = LoggerFactory.getLogger(SharedWindow.class);

    private final SharedBrowser browser;
    private final ChromiumDriver driver;
    private final String handle;
    private final @Nullable IsolatedContext context;
    private final SharedBrowser.Visit arrival;
    private boolean closed;

    /**
     * Have a window.
     *
     * @param context the window's own, or {@code null} for the browser's first window
     */
    SharedWindow(SharedBrowser browser, ChromiumDriver driver, String handle, @Nullable IsolatedContext context) {
        this.browser = browser;
        this.driver = driver;
        this.handle = handle;
        this.context = context;
        this.arrival = browser.visit();
    }

    @Override
    public ChromiumDriver driver() {
        return driver;
    }

    @Override
    public String handle() {
        return handle;
    }

    @Override
    public boolean isAlone() {
        return arrival.alone() && browser.visit().number() == arrival.number();
    }

    @Override
    public void close() {
        close(true);
    }

    /** Whoever came to this browser would wait for this window's answer, too. */
    @Override
    public void abandon() {
        browser.shut();
        close(false);
    }

    @SuppressWarnings("try") // the passage is held, and that is all there is to do with it
    private synchronized void close(boolean answers) {
        if (closed) {
            return;
        }
        closed = true;
        try (Doorway.Passage passage = browser.pass();
                IsolatedContext own = context) {
            if (answers && own != null) {
                driver.quit();
            } else if (answers) {
                browser.forget();
            }
        } catch (RuntimeException e) {
            LOG.debug("The window did not close: {}", e.getClass().getSimpleName());
        } finally {
            browser.leave();
        }
    }
}
