package io.github.osdutoken.browser;

import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.Capabilities;

/**
 * A browser context with one window (Chrome DevTools Protocol, {@code Target.createBrowserContext}): its cookies, storage
 * and cache are shared with nobody, and gone when it is closed.
 *
 * <p>ChromeDriver passes DevTools commands to a page, and a page may not make contexts; so this is asked of the browser.
 */
final class IsolatedContext implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(3);

    private final DevTools browser;
    private final String context;
    private final String handle;

    private IsolatedContext(DevTools browser, String context, String handle) {
        this.browser = browser;
        this.context = context;
        this.handle = handle;
    }

    /**
     * Make a context and open a window in it.
     *
     * @param running the capabilities of a session with the browser, which say where it listens
     */
    static IsolatedContext open(Capabilities running) {
        DevTools browser = DevTools.ofBrowser(running, PATIENCE);
        try {
            String context = browser.ask(
                    "Target.createBrowserContext", Map.of("disposeOnDetach", true), "browserContextId", PATIENCE);
            Map<String, Object> window = Map.of(
                    "url",
                    "about:blank",
                    "browserContextId",
                    context,
                    "width",
                    ChromiumSettings.WIDTH,
                    "height",
                    ChromiumSettings.HEIGHT);
            return new IsolatedContext(
                    browser, context, browser.ask("Target.createTarget", window, "targetId", PATIENCE));
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /** Return the handle of its window. */
    String handle() {
        return handle;
    }

    /** End the context and all its windows, which are gone when this returns. The browser would do it by itself, later. */
    @Override
    public void close() {
        try {
            browser.tell("Target.disposeBrowserContext", Map.of("browserContextId", context), LAST_PATIENCE);
        } finally {
            browser.close();
        }
    }
}
