package io.github.osdutoken.browser;

import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.SessionId;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Selenium's remote driver, on this machine or a Grid, with some DevTools commands, and silent: it logs no commands at any
 * level, since commands hold what is typed.
 */
final class ChromiumDriver extends RemoteWebDriver {

    private static final Logger LOG = LoggerFactory.getLogger(ChromiumDriver.class);

    private static final String DEVTOOLS = "executeCdpCommand";

    private static final String NO_PASSKEYS = """
            if (navigator.credentials) {
                const get = navigator.credentials.get.bind(navigator.credentials);
                navigator.credentials.get = options => options && options.publicKey
                    ? Promise.reject(new DOMException('There is no passkey here', 'NotAllowedError'))
                    : get(options);
            }
            """;

    ChromiumDriver(URL url, Capabilities wanted, QuietHttp http) {
        this(ClientConfig.defaultConfig().baseUrl(url).sslContext(noTls()), http, wanted);
    }

    ChromiumDriver(ClientConfig config, QuietHttp http, Capabilities wanted) {
        super(new HttpCommandExecutor(devTools(wanted), config, http), wanted);
    }

    /**
     * Have passkey prompts answered "none here" at once. Nobody sees them in a headless browser, and they would wait for
     * ever.
     */
    void refusePasskeys() {
        try {
            // It runs in each document before the page's own; a page's content security policy has no say in it.
            devTools("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NO_PASSKEYS));
        } catch (WebDriverException e) {
            LOG.debug("Passkey prompts stay as they are: {}", e.getClass().getSimpleName());
        }
    }

    /** Return what a request was answered, as text, or {@code null}. */
    @Nullable
    String responseBody(String requestId) {
        return devTools("Network.getResponseBody", Map.of("requestId", requestId)) instanceof Map<?, ?> answer
                        && answer.get("body") instanceof String body
                ? body
                : null;
    }

    /** Forget all cookies of the window's context, whatever their site. */
    void clearCookies() {
        devTools("Network.clearBrowserCookies", Map.of());
    }

    @Override
    protected void log(@Nullable SessionId session, String command, @Nullable Object detail, When when) {
        // on purpose nothing
    }

    /** A driver on this machine speaks plain HTTP. Without this, the machine's certificates are read first, for 90 ms. */
    private static SSLContext noTls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }

    private @Nullable Object devTools(String command, Map<String, ?> parameters) {
        return execute(DEVTOOLS, Map.of("cmd", command, "params", parameters)).getValue();
    }

    private static Map<String, CommandInfo> devTools(Capabilities wanted) {
        String vendor = wanted.getBrowserName().equalsIgnoreCase("MicrosoftEdge") ? "ms" : "goog";
        return Map.of(DEVTOOLS, new CommandInfo("/session/:sessionId/" + vendor + "/cdp/execute", HttpMethod.POST));
    }
}
