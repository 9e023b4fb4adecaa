package io.github.osdutoken.signin;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.Observation;
import java.time.Duration;

/**
 * Patience with a page nobody knows. It may be one that is still being drawn, or goes on by itself; so it gets time
 * while it loads, and little when it does not.
 */
final class UnknownPage {

    private static final Duration WHILE_QUIET = Duration.ofSeconds(6);
    private static final Duration WHILE_BUSY = Duration.ofSeconds(13);

    private final Stopwatch sinceUnknown = new Stopwatch();
    private final Stopwatch sinceBusy = new Stopwatch();
    private boolean there;

    /** A known page is here. */
    void gone() {
        there = false;
    }

    /**
     * An unknown page is here.
     *
     * @throws SignInException if it has been for too long
     */
    void stillThere(Observation seen, Browser browser, Journey journey) {
        if (!there) {
            there = true;
            sinceUnknown.restart();
            sinceBusy.restart();
        }
        if (browser.isLoading()) {
            sinceUnknown.restart();
        }
        if (browser.isBusy()) {
            sinceBusy.restart();
        }
        if (sinceBusy.passed(WHILE_QUIET) || sinceUnknown.passed(WHILE_BUSY)) {
            throw seen.isBrowserError() ? notLoaded(browser, journey) : notKnown(seen, journey);
        }
    }

    private static SignInException notLoaded(Browser browser, Journey journey) {
        return SignInException.of(
                Reason.UNAVAILABLE,
                journey.attempt(),
                "the browser could not load a page: " + browser.failure() + ".",
                "Check that this machine reaches the issuer, through its proxy if it has one.");
    }

    private static SignInException notKnown(Observation seen, Journey journey) {
        String page = seen.pageId().isEmpty() ? "a page without a PageID" : "the page " + seen.pageId();
        return SignInException.of(
                Reason.UNKNOWN_PAGE,
                journey.attempt(),
                page + " on " + seen.host() + " is not one that is known"
                        + (seen.correlationId().isEmpty() ? "" : " (correlation id " + seen.correlationId() + ")")
                        + ".",
                "Run with osdu.headless=false to see it. If it asks for something a person must do once, sign in by hand"
                        + " once.");
    }
}
