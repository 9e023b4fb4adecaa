package io.github.osdutoken.browser;

import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.devtools.CdpEndpointFinder;
import org.openqa.selenium.devtools.Command;
import org.openqa.selenium.devtools.Connection;
import org.openqa.selenium.devtools.ConverterFunctions;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/**
 * A browser context with one window (Chrome DevTools Protocol, {@code Target.createBrowserContext}): its cookies, storage
 * and cache are shared with nobody, and gone when it is closed.
 *
 * <p>ChromeDriver passes DevTools commands to a page, and a page may not make contexts; so this is asked of the browser.
 */
final class IsolatedContext implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(3);

    private final Connection connection;
    private final String context;
    private final String handle;

    private IsolatedContext(Connection connection, String context, String handle) {
        this.connection = connection;
        this.context = context;
        this.handle = handle;
    }

    /**
     * Make a context and open a window in it.
     *
     * @param running the capabilities of a session with the browser, which say where it listens
     */
    static IsolatedContext open(Capabilities running) {
        HttpClient.Factory http = HttpClient.Factory.createDefault();
        ClientConfig config = ClientConfig.defaultConfig();
        HttpClient client = CdpEndpointFinder.getReportedUri(ChromiumSettings.vendorOptions(running), running)
                .map(address -> CdpEndpointFinder.getHttpClient(http, address, config))
                .orElseThrow(() -> new WebDriverException("The browser does not say where it listens"));
        String endpoint = CdpEndpointFinder.getCdpEndPoint(client)
                .orElseThrow(() -> new WebDriverException("The browser has no DevTools endpoint"))
                .toString();
        Connection connection = new Connection(client, endpoint, config);
        try {
            String context =
                    ask(connection, "Target.createBrowserContext", Map.of("disposeOnDetach", true), "browserContextId");
            String window = ask(
                    connection,
                    "Target.createTarget",
                    Map.of(
                            "url",
                            "about:blank",
                            "browserContextId",
                            context,
                            "width",
                            ChromiumSettings.WIDTH,
                            "height",
                            ChromiumSettings.HEIGHT),
                    "targetId");
            return new IsolatedContext(connection, context, window);
        } catch (RuntimeException e) {
            connection.close();
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
            connection.sendAndWait(
                    null,
                    new Command<Void>("Target.disposeBrowserContext", Map.of("browserContextId", context)),
                    LAST_PATIENCE);
        } finally {
            connection.close();
        }
    }

    private static String ask(Connection connection, String command, Map<String, Object> parameters, String answer) {
        return connection.sendAndWait(
                null, new Command<>(command, parameters, ConverterFunctions.map(answer, String.class)), PATIENCE);
    }
}
