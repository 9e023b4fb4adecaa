package io.github.osdutoken.cli.serve;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on 127.0.0.1 until closed. */
final class PageServer implements AutoCloseable {

    /** Answers requests; called on many threads at once. */
    interface Site {
        Reply answer(Call call) throws InterruptedException;
    }

    /** To whom there is nothing to say any more. */
    static final Reply STOPPING = Reply.refused(503, "The page is being stopped.");

    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int LONGEST_BODY = 64 * 1024;
    private static final Duration LAST_REQUESTS = Duration.ofMillis(100);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private static final Reply UNREADABLE = Reply.text(400, "The request is too long, or cannot be read.\n");

    private final Server server;
    private final URI uri;

    private PageServer(Server server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * Take the port; requests wait until {@link #serve}.
     *
     * @param port the port, 0 for any free one
     */
    static PageServer bind(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setDaemon(true);
        threads.setName("osdu-page");
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setShutdownIdleTimeout(LAST_REQUESTS.toMillis());
        server.addConnector(connector);
        server.setErrorHandler((request, response, callback) -> {
            Exchange exchange = new Exchange(request, response, callback);
            exchange.answer(Reply.text(response.getStatus(), "That is no request for this page.\n"));
            return true;
        });
        try {
            connector.open();
        } catch (IOException | IllegalArgumentException e) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Serving the local page",
                    "port " + port + " cannot be had.",
                    "Choose another, or leave --port out for any free one.",
                    e);
        }
        return new PageServer(server, URI.create("http://127.0.0.1:" + connector.getLocalPort()));
    }

    /** Answer from now on. */
    void serve(Site site) {
        // A connection that Jetty accepts as it stops is left open: a page that hears of the end asks for nothing more.
        server.setStopTimeout(LAST_ANSWERS.toMillis());
        server.setHandler(new GracefulHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Exchange exchange = new Exchange(request, response, callback);
                // Not read by a thread that waits: there are few, and a client may take its time, or wait for ever.
                Content.Source.asByteArrayAsync(
                        request,
                        LONGEST_BODY,
                        Promise.Invocable.from(
                                Invocable.InvocationType.BLOCKING,
                                body -> exchange.answer(answer(site, exchange, body)),
                                unreadable -> exchange.answer(UNREADABLE)));
                return true;
            }
        }));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The page's server did not start", e);
        }
    }

    /** Return the address, such as {@code http://127.0.0.1:40123}, without a trailing slash. */
    URI uri() {
        return uri;
    }

    /** Stop to listen, and then to answer: what is being answered has a moment left. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.debug("The page's server did not stop in order: {}", e.toString());
        }
    }

    private static Reply answer(Site site, Exchange exchange, byte[] body) {
        Call call;
        try {
            call = exchange.call(body);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return UNREADABLE;
        }
        try {
            return site.answer(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return STOPPING;
        } catch (RuntimeException e) {
            LOG.error("A defect ended {}", call, e);
            return Reply.refused(500, "This should not have happened: see what osdu-token printed.");
        }
    }
}
