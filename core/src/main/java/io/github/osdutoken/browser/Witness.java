package io.github.osdutoken.browser;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.logging.LogType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a browser shows and said. A browser that does not answer is no error here: there is less to tell, then. */
public final class Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private static final String BLANK = Browser.script("blank.js");

    private final BrowserWindow window;
    private final Camera camera;
    private final ChromiumDriver driver;
    private final Traffic traffic;

    Witness(BrowserWindow window, Camera camera, Traffic traffic) {
        this.window = window;
        this.camera = camera;
        this.driver = window.driver();
        this.traffic = traffic;
    }

    /**
     * Take a picture of the page. Whatever stands in a field is blanked first, unless it is the text that may be seen, and
     * afterwards everything is as it was. The browser's own error pages are not taken, since they spell out addresses.
     *
     * @param visible the text that may be seen in a field
     * @return the picture; empty when none can be had, or the page changed while it was taken
     */
    public Optional<Snapshot> snapshot(String visible) {
        try {
            if (!(driver.executeScript(BLANK, visible, false) instanceof Map<?, ?> blanked)) {
                return Optional.empty();
            }
            byte[] picture = picture();
            boolean same = Boolean.TRUE.equals(driver.executeScript(BLANK, visible, true));
            return same && picture != null
                    ? Optional.of(new Snapshot(picture, String.valueOf(blanked.get("address")), secrets(blanked)))
                    : Optional.empty();
        } catch (WebDriverException e) {
            return Optional.empty();
        }
    }

    /**
     * Return what the console got since it was asked last; nothing when others have used the browser meanwhile, since it
     * does not say whose page an entry is from.
     */
    public List<ConsoleEntry> console() {
        try {
            List<ConsoleEntry> entries = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                    .map(entry -> new ConsoleEntry(
                            Instant.ofEpochMilli(entry.getTimestamp()),
                            String.valueOf(entry.toJson().get("level")),
                            entry.getMessage()))
                    .toList();
            return window.isAlone() ? entries : List.of();
        } catch (WebDriverException e) {
            return List.of();
        }
    }

    /** Return what could not be loaded so far. */
    public List<FailedLoad> failedLoads() {
        return traffic.failedLoads();
    }

    /** Return the address that is shown, also when it could not be loaded; it may hold a query. */
    public String address() {
        try {
            String address = driver.getCurrentUrl();
            return address == null ? "" : address;
        } catch (WebDriverException e) {
            return "";
        }
    }

    /** Return which browser this is, such as {@code chrome 150.0.7000.1 on linux}. */
    public String browser() {
        var capabilities = driver.getCapabilities();
        return (capabilities.getBrowserName() + " " + capabilities.getBrowserVersion() + " on "
                        + capabilities.getPlatformName())
                .toLowerCase(Locale.ROOT);
    }

    private byte @Nullable [] picture() {
        try {
            return camera.take();
        } catch (WebDriverException e) {
            LOG.debug("No picture: {}", e.getClass().getSimpleName());
            return null;
        }
    }

    private static Set<String> secrets(Map<?, ?> blanked) {
        Set<String> secrets = new LinkedHashSet<>();
        if (blanked.get("secrets") instanceof List<?> found) {
            found.forEach(secret -> secrets.add(String.valueOf(secret)));
        }
        return secrets;
    }
}
