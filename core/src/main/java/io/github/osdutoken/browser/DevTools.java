package io.github.osdutoken.browser;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.devtools.CdpEndpointFinder;
import org.openqa.selenium.devtools.Command;
import org.openqa.selenium.devtools.Connection;
import org.openqa.selenium.devtools.ConverterFunctions;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/** A connection to a browser of this machine past its driver (Chrome DevTools Protocol), on which each answer has a deadline. */
final class DevTools implements AutoCloseable {

    private static final HttpClient.Factory HTTP = HttpClient.Factory.createDefault();

    private final Connection connection;

    private DevTools(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connect to the browser itself.
     *
     * @param running the capabilities of a session with it, which say where it listens
     * @param patience how long that may take
     */
    static DevTools ofBrowser(Capabilities running, Duration patience) {
        return connect(
                running,
                patience,
                (address, client) -> CdpEndpointFinder.getCdpEndPoint(client)
                        .orElseThrow(() -> new WebDriverException("The browser has no DevTools endpoint"))
                        .toString());
    }

    /**
     * Connect to one of the browser's windows.
     *
     * @param running the capabilities of a session with the browser
     * @param handle the window's
     * @param patience how long that may take
     */
    static DevTools ofWindow(Capabilities running, String handle, Duration patience) {
        // ChromeDriver's window handles are the names of DevTools targets.
        return connect(
                running, patience, (address, client) -> "ws://" + address.getAuthority() + "/devtools/page/" + handle);
    }

    private static DevTools connect(
            Capabilities running, Duration patience, BiFunction<URI, HttpClient, String> endpoint) {
        URI address = CdpEndpointFinder.getReportedUri(ChromiumSettings.vendorOptions(running), running)
                .orElseThrow(() -> new WebDriverException("The browser does not say where it listens"));
        ClientConfig config =
                ClientConfig.defaultConfig().connectionTimeout(patience).readTimeout(patience);
        HttpClient client = CdpEndpointFinder.getHttpClient(HTTP, address, config);
        try {
            return new DevTools(new Connection(client, endpoint.apply(address, client), config));
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /**
     * Ask for something.
     *
     * @param answer the name of the one text of the answer that is wanted
     * @throws org.openqa.selenium.TimeoutException when no answer came in time
     */
    String ask(String command, Map<String, Object> parameters, String answer, Duration patience) {
        return connection.sendAndWait(
                null, new Command<>(command, parameters, ConverterFunctions.map(answer, String.class)), patience);
    }

    /**
     * Have something done.
     *
     * @throws org.openqa.selenium.TimeoutException when no answer came in time
     */
    void tell(String command, Map<String, Object> parameters, Duration patience) {
        connection.sendAndWait(null, new Command<Void>(command, parameters), patience);
    }

    @Override
    public void close() {
        connection.close();
    }
}
