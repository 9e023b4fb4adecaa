package io.github.osdutoken.signin;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.browser.Traffic;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Patience with a page nobody knows, or with none. It may be one that is still being drawn, or goes on by itself; so it gets time
 * while it loads, and little when it does not.
 */
final class UnknownPage {

    private static final Duration WHILE_QUIET = Duration.ofSeconds(6);
    private static final Duration WHILE_BUSY = Duration.ofSeconds(13);

    /** A browser that shows nothing for so long, and in so many looks, has lost what draws its page. */
    private static final Duration NOTHING_AFTER = Duration.ofSeconds(10);

    private static final int MOST_LOOKS_AT_NOTHING = 50;

    /** Pages that only lead on follow each other a few times; more is a page that reloads itself. */
    private static final int MOST_DOCUMENTS = 8;

    private final Journey journey;
    private final boolean personWatches;
    private final Stopwatch sinceUnknown = new Stopwatch();
    private final Stopwatch sinceBusy = new Stopwatch();
    private final Stopwatch sinceNothing = new Stopwatch();
    private final Set<String> documents = new HashSet<>();
    private int looksAtNothing;
    private boolean there;

    /**
     * Begin.
     *
     * @param personWatches whether there is a window, and so a person who can do what we cannot
     */
    UnknownPage(Journey journey, boolean personWatches) {
        this.journey = journey;
        this.personWatches = personWatches;
    }

    /**
     * Check that there is a page at all. Between two documents there is none for a moment, and a browser that waits for a
     * server does not answer.
     *
     * @throws SignInException if there has been none for too long
     */
    void mustShowSomething(@Nullable Observation seen, Browser browser) {
        if (seen != null && !seen.host().isEmpty()) {
            looksAtNothing = 0;
        } else if (looksAtNothing++ == 0) {
            sinceNothing.restart();
        } else if (looksAtNothing > MOST_LOOKS_AT_NOTHING && sinceNothing.passed(NOTHING_AFTER)) {
            throw browser.showsNothing(NOTHING_AFTER.toSeconds() + " s");
        }
    }

    /** A known page is here. */
    void gone() {
        there = false;
        documents.clear();
    }

    /**
     * An unknown page is here.
     *
     * @throws SignInException if it has been for too long
     */
    void stillThere(Observation seen, Traffic traffic) {
        if (!there) {
            there = true;
            sinceUnknown.restart();
            sinceBusy.restart();
        }
        if (traffic.isLoading()) {
            sinceUnknown.restart();
        }
        if (traffic.isBusy()) {
            sinceBusy.restart();
        }
        documents.add(seen.document());
        boolean tooLong =
                documents.size() > MOST_DOCUMENTS || sinceBusy.passed(WHILE_QUIET) || sinceUnknown.passed(WHILE_BUSY);
        if (tooLong && seen.isBrowserError()) {
            throw notLoaded(traffic);
        } else if (tooLong && traffic.status() == 429) {
            throw notAvailable(Reason.THROTTLED, seen, traffic);
        } else if (tooLong && traffic.status() >= 500) {
            throw notAvailable(Reason.UNAVAILABLE, seen, traffic);
        } else if (tooLong && traffic.failure() != null) {
            throw cutOff(seen, traffic);
        } else if (tooLong && seen.host().isEmpty() && traffic.status() == 0) {
            throw nothingShown();
        } else if (tooLong && !personWatches) {
            throw notKnown(seen, traffic.status());
        }
    }

    private SignInException notLoaded(Traffic traffic) {
        return SignInException.of(
                Reason.UNAVAILABLE,
                journey.attempt(),
                "the browser could not load a page: " + traffic.failure() + ".",
                "Check that this machine reaches the issuer, through its proxy if it has one.");
    }

    /** Entra ID's own pages of errors are known, whatever their status; this is one of a server in distress. */
    private SignInException notAvailable(Reason reason, Observation seen, Traffic traffic) {
        return SignInException.of(
                reason,
                journey.attempt(),
                seen.host() + " answered " + traffic.status() + " in place of a page.",
                "Wait before the next run, and keep osdu.cache at 'file' so that tests share one token.");
    }

    private SignInException cutOff(Observation seen, Traffic traffic) {
        return SignInException.of(
                Reason.UNAVAILABLE,
                journey.attempt(),
                "a page of " + seen.host() + " came only in part: " + traffic.failure() + ".",
                "Run again. If it happens each time, look at what is between this machine and the issuer.");
    }

    private SignInException nothingShown() {
        return SignInException.of(
                Reason.BROWSER_UNAVAILABLE,
                journey.attempt(),
                "the browser was told to open the issuer's page and shows none.",
                "Look for a lack of memory or of open files (ulimit -n) on its machine.");
    }

    private SignInException notKnown(Observation seen, int status) {
        if (seen.host().isEmpty()) {
            return SignInException.of(
                    Reason.UNKNOWN_PAGE,
                    journey.attempt(),
                    "the issuer answered with something that a browser does not show as a page.",
                    "Look at what is between this machine and the issuer, such as a proxy.");
        }
        String page = seen.pageId().isEmpty() ? "a page without a PageID" : "the page " + seen.pageId();
        String refused = status >= 400 ? " (HTTP status " + status + ")" : "";
        return SignInException.of(
                Reason.UNKNOWN_PAGE,
                journey.attempt(),
                page + " on " + seen.host() + refused + " is not one that is known"
                        + (seen.correlationId().isEmpty() ? "" : " (correlation id " + seen.correlationId() + ")")
                        + ".",
                "Run with osdu.headless=false to see it. If it asks for something a person must do once, sign in by hand"
                        + " once; if not, teach it by osdu.pages (docs/troubleshooting.md).");
    }
}
