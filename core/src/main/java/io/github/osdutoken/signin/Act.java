package io.github.osdutoken.signin;

import io.github.osdutoken.browser.Browser;
import io.github.osdutoken.browser.Observation;
import java.time.Duration;

/**
 * Something done on a page, and what has become of it.
 *
 * <p>The form stays drawn while a submission is processed, so "the page still looks the same" says nothing. What counts
 * is whether the browser sent something since.
 */
final class Act {

    /** A click after which nothing was sent for so long was lost. Late, because repeating one too early is worse. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(4);

    /** A page that got its answer and has not gone on for so long will not. */
    private static final Duration STUCK_AFTER = Duration.ofSeconds(10);

    private static final int MOST_ATTEMPTS = 2;

    enum Effect {
        UNDER_WAY,
        REFUSED,
        LOST,
        STUCK
    }

    private final PageEntry page;
    private final Observation before;
    private final long sentBefore;
    private final int attempt;
    private final Stopwatch sinceAct = new Stopwatch();
    private final Stopwatch sinceBusy = new Stopwatch();

    Act(PageEntry page, Observation before, long sentBefore, int attempt) {
        this.page = page;
        this.before = before;
        this.sentBefore = sentBefore;
        this.attempt = attempt;
    }

    PageEntry page() {
        return page;
    }

    int attempt() {
        return attempt;
    }

    /** Tell whether this is still the view that was acted on: the same page of the same document. */
    boolean isOn(PageEntry other, Observation seen) {
        return page.page().equals(other.page()) && before.document().equals(seen.document());
    }

    Effect effect(Observation seen, Browser browser) {
        boolean sent = browser.sent() > sentBefore;
        if (browser.isBusy()) {
            sinceBusy.restart();
            return Effect.UNDER_WAY;
        }
        if (Refusals.shows(page, seen) && (sent || !Refusals.shows(page, before))) {
            return Effect.REFUSED;
        }
        if (!sent && sinceAct.passed(LOST_AFTER)) {
            return attempt < MOST_ATTEMPTS ? Effect.LOST : Effect.STUCK;
        }
        return sinceBusy.passed(STUCK_AFTER) ? Effect.STUCK : Effect.UNDER_WAY;
    }
}
