package io.github.osdutoken.cli.serve;

import io.github.osdutoken.profile.ProfileLoader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** The local page with all its parts, until closed. */
final class LocalPage implements AutoCloseable {

    private final PageServer server;
    private final Admission admission;
    private final Lifetime lifetime;
    private final Desk desk;

    private LocalPage(PageServer server, Admission admission, Lifetime lifetime, Desk desk) {
        this.server = server;
        this.admission = admission;
        this.lifetime = lifetime;
        this.desk = desk;
    }

    /**
     * Serve the page.
     *
     * @param port the port, 0 for any free one
     * @param idle after how long without use it ends
     * @param loader what the settings are read with
     * @param nextCode told the next code when one has served, and an empty one when there are no more
     */
    static LocalPage start(int port, Duration idle, ProfileLoader loader, Consumer<String> nextCode) {
        PageServer server = PageServer.bind(port);
        Clock clock = Clock.systemUTC();
        Admission admission = new Admission(nextCode);
        Lifetime lifetime = new Lifetime(idle);
        Desk desk = new Desk(clock);
        TraceShelf traces = new TraceShelf();
        Actions actions = new Actions(
                loader, desk, lifetime, new View(traces), server.uri().getPort(), clock);
        server.serve(new Page(new Guard(server.uri(), admission), admission, actions, traces));
        return new LocalPage(server, admission, lifetime, desk);
    }

    /** Return the page's address, such as {@code http://127.0.0.1:40123}. */
    URI uri() {
        return server.uri();
    }

    /** Return the code that lets the next browser in. */
    String code() {
        return admission.code();
    }

    /** Wait until the page is stopped by its user, which returns {@code true}, or nobody has used it for a while. */
    boolean awaitEnd() throws InterruptedException {
        return lifetime.await(desk::isBusy);
    }

    /** End what is under way, and stop to listen. */
    @Override
    public void close() {
        desk.close();
        server.close();
    }
}
