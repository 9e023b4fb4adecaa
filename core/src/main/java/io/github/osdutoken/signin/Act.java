package io.github.osdutoken.signin;

import io.github.osdutoken.browser.Observation;
import io.github.osdutoken.browser.Traffic;
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

    /** A refusal that was on the page before counts once the page has had time to take it away. */
    private static final Duration STALE_AFTER = Duration.ofMillis(1500);

    /** A data request that is open for so long beside a refusal is one that polls, and not our submission. */
    private static final Duration POLLS_AFTER = Duration.ofSeconds(8);

    private static final int MOST_ATTEMPTS = 2;
    private static final int PERSON = 0;

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
    private boolean byPage;
    private final Stopwatch sinceAct = new Stopwatch();
    private final Stopwatch sinceBusy = new Stopwatch();
    private final Stopwatch sinceLoading = new Stopwatch();

    Act(PageEntry page, Observation before, long sentBefore, int attempt) {
        this.page = page;
        this.before = before;
        this.sentBefore = sentBefore;
        this.attempt = attempt;
    }

    /** Take note that it was done just now: a code may have been waited for since the page was looked at. */
    void done(Submission submission) {
        byPage = submission == Submission.PAGES_OWN;
        sinceAct.restart();
        sinceBusy.restart();
        sinceLoading.restart();
    }

    /** Leave a page to the person in front of the window: whatever happens, we wait. */
    static Act ofPerson(PageEntry page, Observation before) {
        return new Act(page, before, 0, PERSON);
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

    /** Tell whether this is the page that was acted on: the same view, or one drawn anew that refuses. */
    boolean isAnsweredOn(PageEntry other, Observation seen) {
        return isOn(other, seen) || Refusals.isRejected(other, seen, page);
    }

    Effect effect(Observation seen, Traffic traffic) {
        if (attempt == PERSON) {
            return Effect.UNDER_WAY;
        }
        if (traffic.isLoading()) {
            sinceLoading.restart();
        }
        if (traffic.isBusy()) {
            sinceBusy.restart();
            boolean polls = sinceLoading.passed(POLLS_AFTER) && !Refusals.shows(page, before);
            return polls && Refusals.shows(page, seen) ? Effect.REFUSED : Effect.UNDER_WAY;
        }
        boolean sent = traffic.sent() > sentBefore;
        if (Refusals.shows(page, seen) && isNew(sent)) {
            return Effect.REFUSED;
        }
        // What a page sends by itself may be all there is to it, or only a question whether the code is right.
        boolean nothingSent = !sent && !traffic.sawText();
        if (byPage ? sinceBusy.passed(LOST_AFTER) : nothingSent && sinceAct.passed(LOST_AFTER)) {
            return attempt < MOST_ATTEMPTS ? Effect.LOST : Effect.STUCK;
        }
        return sinceBusy.passed(STUCK_AFTER) ? Effect.STUCK : Effect.UNDER_WAY;
    }

    /** Tell whether a refusal that shows is the answer to this act. */
    private boolean isNew(boolean sent) {
        return !Refusals.shows(page, before) || (sent && sinceBusy.passed(STALE_AFTER));
    }
}
