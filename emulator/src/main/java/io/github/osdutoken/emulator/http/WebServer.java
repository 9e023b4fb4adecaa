package io.github.osdutoken.emulator.http;

import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/** Serves routes on 127.0.0.1 until closed. Its threads do not keep the JVM alive. */
public final class WebServer implements AutoCloseable {

    private final Server server;
    private final URI uri;

    private WebServer(Server server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * Listen, and answer by the routes.
     *
     * @param port the port, 0 for any free one
     * @param routes what is answered how; must not change afterwards
     * @param log told of each request after it was answered
     * @throws IllegalStateException if the port is taken
     */
    public static WebServer start(int port, Routes routes, RequestLog log) {
        return bind(port, null).serve(routes, log);
    }

    /**
     * Take the port without answering on it yet: for routes that must know their own address. Requests that come before
     * {@link #serve} wait.
     *
     * @param port the port, 0 for any free one
     * @param certificate what to serve {@code https} with, or {@code null} for {@code http}
     * @throws IllegalStateException if the port is taken
     */
    public static WebServer bind(int port, @Nullable LoopbackCertificate certificate) {
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setDaemon(true);
        threads.setName("osdu-emulator");
        Server server = new Server(threads, new ScheduledExecutorScheduler("osdu-emulator-scheduler", true), null);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // OSDU record ids may hold an escaped percent sign.
        http.setUriCompliance(UriCompliance.DEFAULT.with("osdu", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = certificate == null
                ? new ServerConnector(server, 1, 1, plain)
                : new ServerConnector(server, 1, 1, tls(certificate, plain), plain);
        try {
            connector.open(port == 0 ? Ports.neverHadBefore() : Ports.listen(port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The emulator could not listen on 127.0.0.1:" + port + ": " + e.getMessage()
                            + ". Choose another port, or 0 for any free one.",
                    e);
        }
        server.addConnector(connector);
        String scheme = certificate == null ? "http" : "https";
        return new WebServer(server, URI.create(scheme + "://127.0.0.1:" + connector.getLocalPort()));
    }

    private static SslConnectionFactory tls(LoopbackCertificate certificate, HttpConnectionFactory next) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setSslContext(certificate.context());
        return new SslConnectionFactory(context, next.getProtocol());
    }

    /**
     * Answer by the routes from now on.
     *
     * @param routes what is answered how; must not change afterwards
     * @param log told of each request after it was answered
     */
    public WebServer serve(Routes routes, RequestLog log) {
        server.setHandler(new RoutingHandler(routes, log));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The emulator at " + uri + " did not start: " + e.getMessage(), e);
        }
        return this;
    }

    /** Return the address, such as {@code http://127.0.0.1:40123}, without a trailing slash. */
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The emulator at " + uri + " did not stop: " + e.getMessage(), e);
        }
    }
}
