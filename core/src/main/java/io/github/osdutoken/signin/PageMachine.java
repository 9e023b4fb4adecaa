package io.github.osdutoken.signin;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.browser.PageChangedException;
import io.github.osdutoken.redirect.ExpectedRedirect;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The loop from the authorization endpoint to the redirect: observe the page, recognise it, act on it once, watch what
 * the act does, until the answer is here.
 */
final class PageMachine {

    /** How often the page is looked at; the answer at the redirect URI ends the wait at once. */
    private static final Duration TICK = Duration.ofMillis(40);

    private final Browser browser;
    private final PageCatalogue catalogue;
    private final ExpectedRedirect expected;
    private final Journey journey;
    private final Actor actor;
    private final UnknownPage unknown = new UnknownPage();

    private @Nullable Observation previous;
    private @Nullable Act last;

    PageMachine(Browser browser, PageCatalogue catalogue, ExpectedRedirect expected, Journey journey, Actor actor) {
        this.browser = browser;
        this.catalogue = catalogue;
        this.expected = expected;
        this.journey = journey;
        this.actor = actor;
    }

    /**
     * Go on until the answer is here.
     *
     * @throws SignInException if a page refuses, is not known, or does not go on
     * @throws InterruptedException if the sign-in was given up meanwhile
     */
    void run() throws InterruptedException {
        while (expected.await(TICK) == null) {
            Observation seen = browser.observe(catalogue.selectors());
            if (seen != null && !expected.isHere()) {
                look(seen);
                previous = seen;
            }
        }
    }

    private void look(Observation seen) throws InterruptedException {
        if (seen.isBrowserError()) {
            expected.browserWentTo(browser.address(), null);
        }
        PageEntry page = seen.isBrowserError() ? null : catalogue.recognise(seen);
        if (page == null || page.waits()) {
            unknown.stillThere(seen, browser, journey);
            return;
        }
        unknown.gone();
        if (last != null && last.isOn(page, seen)) {
            follow(last, seen);
        } else if (isAtRest(seen)) {
            arrive(page, seen);
        }
    }

    /** A page that is still sliding in takes clicks at the wrong place. */
    private boolean isAtRest(Observation seen) {
        return previous != null
                && previous.document().equals(seen.document())
                && previous.layout().equals(seen.layout());
    }

    private void arrive(PageEntry page, Observation seen) throws InterruptedException {
        journey.arriveAt(page, seen);
        actor.mustBeAllowed(page, seen, last);
        last = act(page, seen, 1);
    }

    private void follow(Act act, Observation seen) throws InterruptedException {
        switch (act.effect(seen, browser)) {
            case UNDER_WAY -> {}
            case REFUSED -> throw Refusals.rejected(act.page(), seen, journey);
            case LOST -> last = act(act.page(), seen, act.attempt() + 1);
            case STUCK ->
                throw SignInException.of(
                        Reason.UNKNOWN_PAGE,
                        journey.attempt(),
                        "the page " + journey.here() + " does not go on after it was filled in and submitted.",
                        "Run with osdu.headless=false to watch it.");
        }
    }

    private @Nullable Act act(PageEntry page, Observation seen, int attempt) throws InterruptedException {
        Act act = new Act(page, seen, browser.sent(), attempt);
        try {
            return actor.act(page, seen) ? act : null;
        } catch (PageChangedException e) {
            // Nothing was submitted: what was observed is gone, so look again.
            return attempt == 1 ? null : act;
        }
    }
}
