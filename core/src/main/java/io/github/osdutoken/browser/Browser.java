package io.github.osdutoken.browser;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * One browser window, in which nobody is signed in yet. Used by one thread; {@link #close()} may be called by any.
 *
 * <p>It knows nothing of pages: it opens, observes, and reports what was sent.
 */
public final class Browser implements AutoCloseable {

    private static final String OBSERVE = script("observe.js");

    private final ChromiumDriver driver;
    private final BrowserWindow window;
    private final Camera camera;
    private final Traffic traffic;
    private final BrowserFailure failure;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean isGone;

    private Browser(BrowserWindow window, Traffic traffic, @Nullable URI grid) {
        this.driver = window.driver();
        this.window = window;
        this.camera = new Camera(driver, grid == null);
        this.traffic = traffic;
        this.failure = new BrowserFailure(grid);
    }

    /**
     * Open a window. Headless ones on this machine are windows of one browser as long as they are used at the same time,
     * and share neither cookies nor storage.
     *
     * @param options which one, where, with or without a window
     * @param unreachable a {@code host:port} the browser must not connect to, or {@code null}
     * @param navigation told of each address the browser navigates to, with the body of a form post
     * @return the browser, showing nothing yet
     * @throws SignInException with {@link Reason#BROWSER_UNAVAILABLE} if none could be started
     */
    public static Browser start(
            SignInOptions options, @Nullable String unreachable, BiConsumer<String, @Nullable String> navigation) {
        URI grid = options.gridUrl();
        BrowserWindow window;
        if (grid != null) {
            window = GridBrowser.open(options, grid, unreachable);
        } else {
            window = options.headless()
                    ? SharedBrowser.open(options, unreachable)
                    : BrowserProcess.start(options, unreachable);
        }
        return new Browser(window, new Traffic(window.handle(), navigation), grid);
    }

    /**
     * Make the exception for a browser that did not come within the time for the sign-in.
     *
     * @param grid the Selenium Grid that was asked
     * @param when how long it was waited for, as a clause
     */
    public static SignInException notFree(URI grid, String when) {
        return GridFailure.full(grid, when, null);
    }

    /**
     * Start to load an address, without waiting for it.
     *
     * @throws SignInException if the browser has gone away, or does not do it
     */
    public void open(URI address) {
        told(() -> driver.get(address.toString()));
    }

    /**
     * Look at the page.
     *
     * @param looking what to look for
     * @return what is there, or {@code null} while the page is between two documents
     */
    public @Nullable Observation observe(Looking looking) {
        try {
            read();
            return driver.executeScript(OBSERVE, looking.selectors(), looking.attributes(), looking.fields())
                            instanceof Map<?, ?> seen
                    ? Observation.of(seen, traffic.serverTime())
                    : null;
        } catch (UnhandledAlertException e) {
            return null; // the driver has dismissed the dialog
        } catch (WebDriverException e) {
            if (hasEnded(e)) {
                throw gone();
            }
            return null;
        }
    }

    /** Ask the driver; where it fails since there is no browser, that is said. */
    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebDriverException e) {
            throw hasEnded(e) ? gone() : failure.refused(e);
        }
    }

    private void told(Runnable command) {
        asked(() -> {
            command.run();
            return "";
        });
    }

    /** Tell whether the browser, its driver or the window's process was found to be no more. */
    public boolean isGone() {
        return isGone;
    }

    private SignInException gone() {
        isGone = true;
        return failure.gone();
    }

    /**
     * Take a browser for gone that answers whatever it is asked, and shows nothing.
     *
     * @param since for how long, such as {@code 10 s}
     */
    public SignInException showsNothing(String since) {
        isGone = true;
        return failure.showsNothing(since);
    }

    /**
     * Return where the browser is, query and fragment included, also when the page could not be loaded.
     *
     * @throws SignInException if the browser has gone away
     */
    public String address() {
        return asked(() -> Objects.requireNonNullElse(driver.getCurrentUrl(), ""));
    }

    /**
     * Read what was sent since the last look.
     *
     * @throws SignInException if the browser has gone away
     */
    public void readTraffic() {
        told(this::read);
    }

    private void read() {
        traffic.read(driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .toList());
    }

    /** Return what is known of what the page has sent and is waiting for. */
    public Traffic traffic() {
        return traffic;
    }

    /**
     * Return what the page was answered when it asked its own server last. It may hold secrets of the session.
     *
     * @param end how the request's path ends
     * @return the answer's body, or {@code null} when there was no such request or the browser does not tell
     */
    public @Nullable String dataAnswer(String end) {
        String request = traffic.dataRequest(end);
        try {
            return request == null ? null : driver.responseBody(request);
        } catch (WebDriverException e) {
            return null;
        }
    }

    /** Return who can tell what the browser showed and said. */
    public Witness witness() {
        return new Witness(window, camera, traffic);
    }

    /**
     * Close the window, and end the browser unless others use it. A failure to do so is logged and disturbs nobody. A
     * browser that is gone is not asked to, nor one that did not answer a thread until that was interrupted; whoever comes
     * later gets another one. Closing again does nothing, unless by a thread that waited in vain: a window that another
     * thread has closed is gone for who still looks at it, and its browser is not.
     */
    @Override
    public void close() {
        boolean unanswered = Thread.interrupted();
        boolean again = closed.getAndSet(true);
        camera.close();
        if (unanswered || (isGone && !again)) {
            window.abandon();
        } else if (!again) {
            window.close();
        }
    }

    /** A driver goes on when the process that draws the page has ended, and says so to whatever it is asked. */
    private boolean hasEnded(WebDriverException e) {
        return String.valueOf(e.getRawMessage()).startsWith("tab crashed") || !isAlive();
    }

    private boolean isAlive() {
        try {
            driver.getWindowHandle();
            return true;
        } catch (WebDriverException e) {
            return false;
        }
    }

    static String script(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
