package io.github.osdutoken.browser;

import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.SessionId;
import org.openqa.selenium.remote.http.HttpMethod;

/**
 * Selenium's remote driver, on this machine or a Grid, with one DevTools command, and silent: it logs no commands at any
 * level, since commands hold what is typed.
 */
final class ChromiumDriver extends RemoteWebDriver {

    private static final String DEVTOOLS = "executeCdpCommand";

    ChromiumDriver(URL url, Capabilities wanted) {
        super(new HttpCommandExecutor(devTools(wanted), url, new QuietHttp()), wanted);
    }

    /** Run a script in each document before the page's own; a page's content security policy has no say in it. */
    void beforeEachDocument(String script) {
        execute(DEVTOOLS, Map.of("cmd", "Page.addScriptToEvaluateOnNewDocument", "params", Map.of("source", script)));
    }

    @Override
    protected void log(@Nullable SessionId session, String command, @Nullable Object detail, When when) {
        // on purpose nothing
    }

    private static Map<String, CommandInfo> devTools(Capabilities wanted) {
        String vendor = wanted.getBrowserName().equalsIgnoreCase("MicrosoftEdge") ? "ms" : "goog";
        return Map.of(DEVTOOLS, new CommandInfo("/session/:sessionId/" + vendor + "/cdp/execute", HttpMethod.POST));
    }
}
