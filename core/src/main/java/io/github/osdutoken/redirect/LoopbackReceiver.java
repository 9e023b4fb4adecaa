package io.github.osdutoken.redirect;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at a redirect URI on the loopback interface (RFC 8252, section 7.3) until closed. It answers the expected path and
 * state once, and everybody else with 404. Several can wait at one address: the state says whose an answer is.
 */
public final class LoopbackReceiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackReceiver.class);

    private static final Map<String, LoopbackServer> LISTENING = new HashMap<>();

    private final String address;
    private final LoopbackServer server;
    private final ExpectedRedirect expected;

    private LoopbackReceiver(String address, LoopbackServer server, ExpectedRedirect expected) {
        this.address = address;
        this.server = server;
        this.expected = expected;
    }

    /**
     * Listen for the answer.
     *
     * @param redirectUri where
     * @param expected what is told of each request
     * @return the receiver, or {@code null} when the redirect URI is not plain {@code http} on loopback or its port is
     *     taken: then only the browser's own navigation shows the answer
     */
    public static @Nullable LoopbackReceiver listen(URI redirectUri, ExpectedRedirect expected) {
        if (!"http".equalsIgnoreCase(redirectUri.getScheme())) {
            return null;
        }
        String host = redirectUri.getHost().toLowerCase(Locale.ROOT);
        int port = redirectUri.getPort() < 0 ? 80 : redirectUri.getPort();
        String address = host + ":" + port;
        synchronized (LISTENING) {
            LoopbackServer server = LISTENING.get(address);
            if (server == null) {
                try {
                    server = LoopbackServer.start(host, port);
                } catch (IOException e) {
                    LOG.debug(
                            "Cannot listen at {} ({}); the browser's navigation shows the answer",
                            redirectUri,
                            e.getMessage());
                }
                if (server == null) {
                    return null;
                }
                LISTENING.put(address, server);
            }
            server.expect(expected);
            return new LoopbackReceiver(address, server, expected);
        }
    }

    @Override
    public void close() {
        synchronized (LISTENING) {
            if (server.isLastOf(expected)) {
                LISTENING.remove(address, server);
                server.close();
            }
        }
    }
}
