package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.trace.SignInTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages a sign-in has met so far. Written by the browser's thread, read by the one that waits. */
final class Journey {

    /** The command line shows these lines as they come. */
    private static final Logger LOG = LoggerFactory.getLogger(Journey.class);

    private static final String START = "";

    /** A browser that says nothing for less time may only be slow, or be typed in. */
    private static final Duration SILENT_AFTER = Duration.ofSeconds(5);

    private static final int MOST_PAGES = 15;
    private static final int MOST_VISITS = 2;

    private final Profile profile;
    private final SignInTrace trace;
    private final List<String> pages = new ArrayList<>();
    private volatile String here = START;
    private volatile boolean underWay;
    private volatile boolean waitsForCode;
    private volatile boolean typedSecret;
    private volatile Stopwatch sinceHeard = new Stopwatch();

    Journey(Profile profile, SignInTrace trace) {
        this.profile = profile;
        this.trace = trace;
    }

    /** Return what records this sign-in. */
    SignInTrace trace() {
        return trace;
    }

    /** Take note that there is a browser. */
    void hasBrowser() {
        underWay = true;
        hearsBrowser();
    }

    /** Take note that the browser has answered. */
    void hearsBrowser() {
        sinceHeard = new Stopwatch();
    }

    /** Tell whether there has been a browser. */
    boolean isUnderWay() {
        return underWay;
    }

    /** Take note that a password or one-time code is about to be typed. */
    void typesSecret() {
        typedSecret = true;
    }

    /** Tell whether a password or one-time code may have been typed, and so sent. */
    boolean hasTypedSecret() {
        return typedSecret;
    }

    /** Begin anew in another browser, unless a secret was typed: it may have been sent. Tells whether it does. */
    synchronized boolean startOver() {
        if (typedSecret) {
            return false;
        }
        trace.did("the browser went away, and another took its place", null);
        pages.clear();
        here = START;
        return true;
    }

    /** Take note that all one-time codes so far were used, and the next is waited for; or that it is here. */
    void waitsForCode(boolean waits) {
        waitsForCode = waits;
        hearsBrowser(); // nothing is asked of it meanwhile
    }

    /** Return what to do when the time is over. */
    String whatIfItTookTooLong() {
        if (waitsForCode) {
            return "It waited for a one-time code that nobody has used yet: give each job a user of its own, let jobs share"
                    + " the token cache, or raise osdu.timeout.";
        }
        return (isSilent() ? "It waits for a server, or a page keeps it busy. " : "")
                + "Raise osdu.timeout if the issuer is slow, or run with osdu.headless=false to watch.";
    }

    private boolean isSilent() {
        return !waitsForCode && sinceHeard.passed(SILENT_AFTER);
    }

    /** Take note of a page that is about to be acted on. */
    synchronized void arriveAt(PageEntry page, Observation seen) {
        pages.add(page.page());
        trace.arrivedAt(page.page());
        here = "'" + page.page() + "' on " + seen.host();
        LOG.debug("Page {}", here);
    }

    /**
     * Check that a page does not come again and again.
     *
     * @throws SignInException if it came too often
     */
    synchronized void mustGetOn(PageEntry page) {
        long visits = pages.stream().filter(page.page()::equals).count();
        if (visits > MOST_VISITS || pages.size() > MOST_PAGES) {
            throw SignInException.of(
                    Reason.UNKNOWN_PAGE,
                    attempt(),
                    "the page " + here + " comes again and again (" + this + ").",
                    "Run with osdu.headless=false to watch it.");
        }
    }

    /** Return what is being done, to begin a message with. */
    String attempt() {
        return "Signing in " + profile.user() + " at " + profile.issuer();
    }

    /** Return how far it came, as a clause. */
    String progress() {
        return (here.equals(START) ? "no page that is known had come" : "the last page was " + here)
                + (isSilent()
                        ? ", and the browser had not answered for "
                                + sinceHeard.elapsed().toSeconds() + " s"
                        : "");
    }

    /** Return the page last acted on, and its host; empty before the first. */
    String here() {
        return here;
    }

    /** Return the names of the pages, in the order they were met. */
    @Override
    public synchronized String toString() {
        return pages.isEmpty() ? "no page" : String.join(", ", pages);
    }
}
