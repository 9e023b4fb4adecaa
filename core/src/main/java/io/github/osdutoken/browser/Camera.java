package io.github.osdutoken.browser;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;

/**
 * Takes pictures of what a window shows.
 *
 * <p>Of a page that is left meanwhile, Chromium never answers with a picture, and a driver that asked for one then answers
 * nobody: ChromeDriver gives up its own command after 10 seconds, and a DevTools command never. So a browser of this
 * machine is asked past the driver.
 */
final class Camera implements AutoCloseable {

    /** A picture takes a tenth of a second, on a busy machine half of one. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ChromiumDriver driver;
    private final boolean isHere;
    private @Nullable DevTools window;
    private boolean closed;

    /**
     * Make ready for pictures.
     *
     * @param driver what drives the window
     * @param isHere whether the browser runs on this machine, so that it can be asked itself
     */
    Camera(ChromiumDriver driver, boolean isHere) {
        this.driver = driver;
        this.isHere = isHere;
    }

    /**
     * Take a picture.
     *
     * @return a JPEG, which takes Chromium half the time a PNG does; a PNG from a Grid, which may let only standard
     *     commands through
     * @throws org.openqa.selenium.WebDriverException if none is to be had
     */
    byte[] take() {
        return isHere
                ? Base64.getDecoder()
                        .decode(window().ask(
                                        "Page.captureScreenshot",
                                        Map.of("format", "jpeg", "quality", 80),
                                        "data",
                                        PATIENCE))
                : driver.getScreenshotAs(OutputType.BYTES);
    }

    private synchronized DevTools window() {
        if (closed) {
            throw new WebDriverException("The window is closed");
        }
        DevTools opened = window;
        if (opened == null) {
            opened = window = DevTools.ofWindow(
                    driver.getCapabilities(), Objects.requireNonNull(driver.getWindowHandle()), PATIENCE);
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (window != null) {
            window.close();
            window = null;
        }
    }
}
