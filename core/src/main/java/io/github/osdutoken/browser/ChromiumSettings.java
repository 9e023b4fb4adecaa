package io.github.osdutoken.browser;

import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TraceMode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumOptions;
import org.openqa.selenium.edge.EdgeOptions;
import org.openqa.selenium.logging.LogType;

/** What a browser for signing in is asked for: a fresh profile, no business of its own, its traffic visible to us. */
final class ChromiumSettings {

    /** Room enough for any sign-in page. A larger window takes longer to be drawn, and to be taken pictures of. */
    static final int WIDTH = 1024;

    static final int HEIGHT = 768;

    private ChromiumSettings() {}

    static Capabilities of(SignInOptions options, @Nullable Path binary, @Nullable String unreachable) {
        ChromiumOptions<?> chrome = session(options);
        if (binary != null) {
            chrome.setBinary(binary.toFile());
        }
        chrome.addArguments(
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=" + WIDTH + "," + HEIGHT);
        if (options.headless()) {
            chrome.addArguments("--headless=new");
        }
        // Who the browser runs as on a Grid, and with which flags, is the node's own business.
        if (options.gridUrl() == null && "root".equals(System.getProperty("user.name"))) {
            chrome.addArguments("--no-sandbox"); // Chromium refuses to run as root with its sandbox
        }
        if (unreachable != null) {
            chrome.addArguments("--host-resolver-rules=MAP " + unreachable + " ^NOTFOUND");
        }
        chrome.setExperimentalOption("prefs", Map.of("credentials_enable_service", false));
        return chrome;
    }

    /** Return what to ask a driver for that shall drive a browser which runs already. */
    static Capabilities attached(SignInOptions options, Capabilities running) {
        Object address = running.getCapability(vendorOptions(running)) instanceof Map<?, ?> vendor
                ? vendor.get("debuggerAddress")
                : null;
        return session(options).setExperimentalOption("debuggerAddress", String.valueOf(address));
    }

    /** Return under which name a running browser says what only Chromium's drivers know. */
    static String vendorOptions(Capabilities running) {
        return running.getCapability(EdgeOptions.CAPABILITY) == null
                ? ChromeOptions.CAPABILITY
                : EdgeOptions.CAPABILITY;
    }

    private static ChromiumOptions<?> session(SignInOptions options) {
        boolean edge = options.browser().equals("edge");
        ChromiumOptions<?> chrome = edge ? new EdgeOptions() : new ChromeOptions();
        // Driver commands return at once: a redirect to a port that never answers would block them otherwise,
        // and with the other strategies the provider is asked up to three times for one navigation.
        chrome.setPageLoadStrategy(PageLoadStrategy.NONE);
        chrome.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
        chrome.setCapability(
                edge ? EdgeOptions.LOGGING_PREFS : ChromeOptions.LOGGING_PREFS,
                options.trace() == TraceMode.OFF
                        ? Map.of(LogType.PERFORMANCE, "ALL")
                        : Map.of(LogType.PERFORMANCE, "ALL", LogType.BROWSER, "ALL"));
        chrome.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        return chrome;
    }
}
