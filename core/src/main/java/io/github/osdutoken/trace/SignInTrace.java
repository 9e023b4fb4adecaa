package io.github.osdutoken.trace;

import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInSummary;
import io.github.osdutoken.SignInWatcher;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.ConsoleEntry;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.browser.Witness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records one sign-in, and saves the record when it fails, or always, as {@code osdu.trace} says. Nothing that goes wrong
 * here changes what becomes of the sign-in.
 *
 * <p>The browser's thread tells it what is met and done; {@link #record} runs on the thread that waits for the tokens.
 */
public final class SignInTrace {

    private static final Logger LOG = LoggerFactory.getLogger(SignInTrace.class);

    /** How long a failure is held back for a last look at the page, at most: the browser may be what has failed. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(3);

    private final Profile profile;
    private final SignInWatcher watcher;
    private final boolean on;
    private final ZonedDateTime start = ZonedDateTime.now(ZoneId.systemDefault());
    private final long startNanos = System.nanoTime();
    private final Scrubber scrubber = new Scrubber();
    private final Film film = new Film();
    private final List<String> pages = new CopyOnWriteArrayList<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile @Nullable Witness witness;
    private volatile Duration browserReady = Duration.ZERO;
    private volatile List<ConsoleEntry> console = List.of();

    private SignInTrace(Profile profile, SignInWatcher watcher) {
        this.profile = profile;
        this.watcher = watcher;
        this.on = profile.signIn().trace() != TraceMode.OFF;
    }

    /**
     * Begin to record.
     *
     * @param profile who signs in, and whether that is recorded
     * @param authorizationRequest what the browser opens first; its state and nonce are kept out
     * @param watcher who is told at once what is recorded; of pages also when nothing is
     */
    public static SignInTrace of(Profile profile, URI authorizationRequest, SignInWatcher watcher) {
        SignInTrace trace = new SignInTrace(profile, watcher);
        if (trace.on) {
            Secrets.of(profile, authorizationRequest).forEach(trace.scrubber::hide);
        }
        return trace;
    }

    /**
     * Sign in, and save the record of it where that is wanted.
     *
     * @return what the sign-in returns
     * @throws SignInException what it throws; when a record was saved, the message ends with where
     */
    public <T> T record(Supplier<T> signIn) {
        try {
            T result = signIn.get();
            if (profile.signIn().trace() == TraceMode.ALWAYS) {
                save(null).ifPresent(page -> LOG.info("Trace: {}", page));
            }
            return result;
        } catch (SignInException e) {
            throw save(e).map(e::withTrace).orElse(e);
        } catch (RuntimeException | Error e) {
            save(e).ifPresent(page -> LOG.warn("A defect ended the sign-in. Trace: {}", page));
            throw e;
        }
    }

    /** A browser is there. Followed by {@link #leave} before it is closed. */
    public void follow(Browser browser) {
        browserReady = now();
        witness = browser.witness();
    }

    /** A known page is about to be acted on. */
    public void arrivedAt(String page) {
        pages.add(page);
    }

    /** Return how the sign-in went so far, recorded or not. */
    public SignInSummary summary() {
        return new SignInSummary(pages, now());
    }

    /**
     * A page is seen.
     *
     * @param page its name, or {@code null} when nobody knows it
     */
    public void met(@Nullable String page, Observation seen) {
        Witness seeing = witness;
        if (seeing != null && (seen.isBrowserError() || seen.address().startsWith("http"))) {
            boolean another;
            synchronized (film) {
                another = film.met(page, seen, () -> seen.isBrowserError() ? seeing.address() : seen.address(), now());
            }
            if (another && page != null) {
                watcher.met(page, seen.host());
            }
        }
    }

    /**
     * Something was done on the page that was met last.
     *
     * @param what such as "typed the user name"
     * @param where the selector of the element, or {@code null}
     */
    public void did(String what, @Nullable String where) {
        synchronized (film) {
            Frame last = film.last();
            if (last != null) {
                last.done.add(new Report.Step(what, where));
            }
        }
    }

    /** Something must not get into the record. */
    public void hide(String secret) {
        if (on) {
            scrubber.hide(secret);
        }
    }

    /** Take a picture of the page that was met last, in place of the one there is. */
    private void look() {
        Witness seeing = witness;
        if (!on || seeing == null) {
            return;
        }
        seeing.snapshot(Objects.requireNonNullElse(profile.user().username(), ""))
                .ifPresent(snapshot -> {
                    snapshot.secrets().forEach(scrubber::hide);
                    if (!isRedirect(snapshot.address())) {
                        synchronized (film) {
                            film.picture(snapshot.picture());
                        }
                        watcher.pictured(snapshot.picture());
                    }
                });
    }

    /**
     * Take a picture of a page that is about to be left, where somebody watches or keeps all traces: a tenth of a second is
     * too much for a trace that is thrown away, and the page where a sign-in ends has a picture in any case.
     */
    public void lookInPassing() {
        Frame last = film.last();
        boolean wanted = profile.signIn().trace() == TraceMode.ALWAYS || watcher != SignInWatcher.NOBODY;
        if (wanted && last != null && last.picture == null) {
            look();
        }
    }

    /**
     * The browser is about to be closed.
     *
     * @param answered whether it came to the redirect URI, where nothing is looked at
     */
    public void leave(boolean answered) {
        Witness seeing = witness;
        try {
            if (on && seeing != null && !answered) {
                look();
            }
            if (on && seeing != null && (!answered || profile.signIn().trace() == TraceMode.ALWAYS)) {
                console = seeing.console();
            }
        } catch (RuntimeException e) {
            LOG.debug("No last look: {}", e.getClass().getSimpleName());
        } finally {
            left.countDown();
        }
    }

    private boolean isRedirect(String address) {
        String redirectUri = profile.client().redirectUri().toString();
        String place = address.split("[?#]", 2)[0];
        return place.equals(redirectUri) || place.equals(redirectUri + "/") || (place + "/").equals(redirectUri);
    }

    /** Save the record of what was met with a browser; without one, the failure's message says everything. */
    private Optional<Path> save(@Nullable Throwable failure) {
        Witness seeing = witness;
        if (!on || seeing == null) {
            return Optional.empty();
        }
        try {
            Duration took = now();
            awaitLastLook();
            Report report;
            Map<String, byte[]> pictures;
            synchronized (film) {
                report = new Reporter(profile, start, browserReady, took, seeing.browser())
                        .report(failure, film, console, seeing.failedLoads());
                pictures = film.pictures();
            }
            return Optional.of(new TraceFiles(scrubber).save(report, pictures, profile, start));
        } catch (Exception e) {
            LOG.debug("No trace could be saved: {}", e.toString());
            return Optional.empty();
        }
    }

    private void awaitLastLook() {
        try {
            if (!left.await(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The browser was too slow for a last look");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
