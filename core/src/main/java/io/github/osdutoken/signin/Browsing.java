package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.redirect.ExpectedRedirect;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one thread does with a browser for a sign-in, from its start to its end. A headless browser of this machine that
 * crashes before a secret was typed is replaced once; what was typed may have been sent, and is not sent again.
 */
final class Browsing implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Browsing.class);

    private final Profile profile;
    private final ExpectedRedirect expected;
    private final @Nullable String unreachable;
    private final CompletableFuture<Errand> errand = new CompletableFuture<>();
    private volatile @Nullable Browser browser;
    private volatile boolean isThrough;

    /** What the browser is there for. */
    record Errand(URI authorizationRequest, CompletableFuture<PageCatalogue> catalogue, Journey journey) {}

    /**
     * Have what it takes.
     *
     * @param unreachable a {@code host:port} the browser must not connect to, or {@code null}
     */
    Browsing(Profile profile, ExpectedRedirect expected, @Nullable String unreachable) {
        this.profile = profile;
        this.expected = expected;
        this.unreachable = unreachable;
    }

    /** Tell where the browser is to go, which may be starting. */
    void setOut(Errand there) {
        errand.complete(there);
    }

    /** Tell that the browser is to go nowhere, unless it was told where before. */
    void giveUp() {
        errand.cancel(false);
    }

    /** Tell whether no more is asked of the browser. */
    boolean isThrough() {
        return isThrough;
    }

    /**
     * End the browser while the code is exchanged, unless it is still to tell something. Who drives it need not hear of the
     * answer for that: the browser may be loading the page at the redirect URI, and say nothing before it has.
     */
    void endBrowser() {
        Browser there = browser;
        if (there != null
                && profile.signIn().gridUrl() == null
                && profile.signIn().trace() != TraceMode.ALWAYS) {
            Thread end = new Thread(there::close, "osdu-sign-in-end");
            end.setDaemon(true); // the browser itself ends with the JVM by its own hook
            end.start();
        }
    }

    @Override
    public void run() {
        try {
            boolean through = use(true);
            if (!through && !expected.isHere()) {
                use(false);
            }
        } catch (CancellationException e) {
            LOG.debug("The browser was not needed");
        } catch (RuntimeException | Error e) {
            expected.fail(e);
        } finally {
            isThrough = true;
        }
    }

    /**
     * Start a browser, drive it, and end it.
     *
     * @param replaceable whether another may take its place
     * @return whether that was all; if not, another is to take its place
     */
    private boolean use(boolean replaceable) {
        Stopwatch stopwatch = new Stopwatch();
        try (Browser started = Browser.start(profile.signIn(), unreachable, expected::browserWentTo)) {
            browser = started;
            LOG.debug("A browser is there after {} ms", stopwatch.elapsed().toMillis());
            Errand there = errand.join();
            there.journey().hasBrowser();
            // It may have been given up while the browser started.
            return expected.isHere() || signIn(started, there, replaceable);
        }
    }

    private boolean signIn(Browser started, Errand errand, boolean replaceable) {
        Journey journey = errand.journey();
        journey.trace().follow(started);
        try {
            drive(started, errand);
        } catch (InterruptedException | CancellationException e) {
            LOG.debug("The sign-in was given up");
        } catch (SignInException e) {
            if (replaceable && isCrash(started) && !expected.isHere() && journey.startOver()) {
                LOG.info("{} Nothing secret was typed, so another one takes its place.", e.getMessage());
                return false;
            }
            expected.fail(e); // before the last look: nothing that goes wrong there hides why we are here
        } catch (RuntimeException | Error e) {
            expected.fail(e);
        }
        journey.trace().leave(expected.isAnswered());
        isThrough = true;
        return true;
    }

    private void drive(Browser started, Errand errand) throws InterruptedException {
        started.open(errand.authorizationRequest());
        PageCatalogue catalogue = errand.catalogue().join();
        Journey journey = errand.journey();
        Actor actor = new Actor(profile, catalogue.looking(), expected, journey);
        UnknownPage unknown = new UnknownPage(journey, !profile.signIn().headless());
        new PageMachine(started, catalogue, expected, journey, actor, unknown).run();
    }

    /** A window that somebody sees may have been closed by them, and a Grid's browser by those who run the Grid. */
    private boolean isCrash(Browser started) {
        return started.isGone()
                && profile.signIn().headless()
                && profile.signIn().gridUrl() == null;
    }
}
