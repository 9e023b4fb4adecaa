package io.github.osdutoken.signin;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.signin.PageEntry.Credential;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The loop from the authorization endpoint to the redirect: observe the page, recognise it, act on it once, watch what
 * the act does, until the answer is here.
 */
final class PageMachine {

    /** How often the page is looked at; the answer at the redirect URI ends the wait at once. */
    static final Duration TICK = Duration.ofMillis(30);

    /** How soon a page is looked at again that may be acted on if it has not changed. */
    private static final Duration SOON = Duration.ofMillis(10);

    /** How long a page must have been quiet before it counts as drawn. */
    private static final Duration DRAWN_AFTER = Duration.ofSeconds(2);

    /** How often one view is filled in before it counts as one that throws everything away. */
    private static final int MOST_TRIES = 8;

    private final Browser browser;
    private final PageCatalogue catalogue;
    private final ExpectedRedirect expected;
    private final Journey journey;
    private final Actor actor;
    private final UnknownPage unknown;
    private final Stopwatch sinceChange = new Stopwatch();

    private @Nullable Observation previous;
    private @Nullable PageEntry previousPage;
    private String viewPage = "";
    private String viewDocument = "";
    private boolean awaitsRest;
    private int tries;
    private @Nullable Act last;

    PageMachine(
            Browser browser,
            PageCatalogue catalogue,
            ExpectedRedirect expected,
            Journey journey,
            Actor actor,
            UnknownPage unknown) {
        this.browser = browser;
        this.catalogue = catalogue;
        this.expected = expected;
        this.journey = journey;
        this.actor = actor;
        this.unknown = unknown;
    }

    /**
     * Go on until the answer is here.
     *
     * @throws SignInException if a page refuses, is not known, or does not go on
     * @throws InterruptedException if the sign-in was given up meanwhile
     */
    void run() throws InterruptedException {
        while (expected.await(awaitsRest ? SOON : TICK) == null) {
            awaitsRest = false;
            Observation seen = browser.observe(catalogue.looking());
            journey.hearsBrowser();
            unknown.mustShowSomething(seen, browser);
            if (seen != null && !expected.isHere()) {
                look(seen);
                previous = seen;
            }
        }
    }

    private void look(Observation seen) throws InterruptedException {
        if (previous == null || !seen.looksLike(previous) || browser.traffic().isLoading()) {
            sinceChange.restart();
        }
        if (seen.isBrowserError()) {
            expected.browserWentTo(browser.address(), null);
        }
        PageEntry page = seen.isBrowserError() ? null : catalogue.recognise(seen, last);
        journey.trace().met(page == null ? null : page.page(), seen);
        boolean mayType = page != null && page.equals(previousPage) && mayTypeEarly(page, seen);
        previousPage = page;
        if (page == null || page.waits()) {
            unknown.stillThere(seen, browser.traffic());
            return;
        }
        unknown.gone();
        if (last != null && last.isOn(page, seen)) {
            follow(last, seen);
        } else if (page.patient() ? sinceChange.passed(DRAWN_AFTER) : isAtRest(seen) || mayType) {
            arrive(page, seen);
        } else {
            awaitsRest = !page.patient();
        }
    }

    /** A page that is still sliding in takes clicks at the wrong place; what is typed comes to the right one. */
    private boolean isAtRest(Observation seen) {
        return previous != null && seen.isAtRestSince(previous);
    }

    /** Text may be typed before a page is at rest, unless it may be the same page again, with a refusal yet to be drawn. */
    private boolean mayTypeEarly(PageEntry page, Observation seen) {
        boolean again = last != null && last.page().page().equals(page.page());
        return !again && page.isTypedIn() && previous != null && seen.isDocumentOf(previous);
    }

    private void arrive(PageEntry page, Observation seen) throws InterruptedException {
        if (!page.page().equals(viewPage) || !seen.document().equals(viewDocument)) {
            viewPage = page.page();
            viewDocument = seen.document();
            tries = 0;
            journey.arriveAt(page, seen);
        }
        if (actor.leavesToPerson(page)) {
            journey.mustGetOn(page);
            journey.trace().did("left to the person at the window", null);
            last = Act.ofPerson(page, seen);
            return;
        }
        actor.mustBeAllowed(page, seen, last); // that it says why it is here again counts more than that it is
        journey.mustGetOn(page);
        act(page, seen, 1);
    }

    private void follow(Act act, Observation seen) throws InterruptedException {
        switch (act.effect(seen, browser.traffic())) {
            case UNDER_WAY -> {}
            case REFUSED -> {
                if (!act.page().types(Credential.PASSWORD) && !act.page().types(Credential.TOTP)) {
                    // Entra ID's page says "no" here, too, when it could not look the user name up.
                    NameLookup.in(browser).mustHaveSucceeded(journey);
                }
                actor.mustHaveAnotherTry(act.page(), seen);
                act(act.page(), seen, 1);
            }
            case LOST -> {
                actor.wasLost(act.page());
                act(act.page(), seen, act.attempt() + 1);
            }
            case STUCK -> throw stuck();
        }
    }

    /** Act; when nothing was submitted after all, because the page was not ready or has changed, look again. */
    private void act(PageEntry page, Observation seen, int attempt) throws InterruptedException {
        if (++tries > MOST_TRIES) {
            throw stuck();
        }
        Act act = new Act(page, seen, browser.traffic().sent(), attempt);
        Submission submission = actor.act(page, seen, browser, attempt > 1);
        if (submission != Submission.NONE) {
            act.done(submission);
            last = act;
        }
    }

    private SignInException stuck() {
        return SignInException.of(
                Reason.UNKNOWN_PAGE,
                journey.attempt(),
                "the page " + journey.here() + " does not go on after it was filled in and submitted.",
                "Run with osdu.headless=false to watch it.");
    }
}
