package io.github.osdutoken.benchmarks.fleet;

import java.util.Random;

/** One job's way to one account's tokens, as osdu-token goes it. */
final class Errand {

    /** No code is typed so shortly before it expires. */
    private static final double TOO_LATE = 5;

    private static final int MOST_CODES = 2;

    /** A code is exchanged once; for a refresh token it may be asked again, for so long. */
    private static final int MOST_REQUESTS = 3;

    private static final double LONGEST_EXCHANGE = 20;

    /** For so long a machine does not repeat what was refused. */
    private static final double REFUSED_FOR = 600;

    /** Entra ID draws an access token's life from these. */
    private static final double LEAST_LIFE = 60 * 60;

    private static final double MOST_LIFE = 90 * 60;

    /** Who wants to know how it ended. */
    interface Listener {

        /**
         * Take note of the end.
         *
         * @param worked whether there are tokens
         * @param waited how long it took from a code that was refused as used to the next one, 0 when none was
         */
        void ended(boolean worked, double waited);
    }

    private final Events events;
    private final Random random;
    private final Costs costs;
    private final TokenLimit limit;
    private final Account account;
    private final Place place;
    private final Listener listener;
    private int codes;
    private double refusedAt;
    private double waited;

    Errand(
            Events events,
            Random random,
            Costs costs,
            TokenLimit limit,
            Account account,
            Place place,
            Listener listener) {
        this.events = events;
        this.random = random;
        this.costs = costs;
        this.limit = limit;
        this.account = account;
        this.place = place;
        this.listener = listener;
    }

    void begin() {
        double now = events.now();
        if (place.hasAccessToken(now)) {
            events.in(costs.kept(), () -> listener.ended(true, 0));
        } else if (place.wasRefused(now)) {
            listener.ended(false, 0);
        } else if (place.enter(this::begin)) {
            if (place.hasRefreshToken()) {
                account.refreshes().add(now);
                ask(costs.refresh(), MOST_REQUESTS, now + LONGEST_EXCHANGE);
            } else {
                account.signIns().add(now);
                events.in(costs.untilCode(), this::type);
            }
        }
    }

    private void type() {
        double now = events.now();
        double next = Account.nextStep(now);
        if (next - now < TOO_LATE) {
            events.at(next, this::type);
            return;
        }
        codes++;
        if (account.accepts(now)) {
            waited = codes > 1 ? now - refusedAt : 0;
            ask(costs.afterCode(), 1, now);
        } else if (codes < MOST_CODES) {
            refusedAt = now;
            events.at(next, this::type);
        } else {
            place.leaveRefused(now + REFUSED_FOR);
            listener.ended(false, 0);
        }
    }

    private void ask(double cost, int attempts, double deadline) {
        double now = events.now();
        if (limit.answers(now)) {
            events.in(cost, this::have);
        } else if (attempts > 1 && now + TokenLimit.RETRY_AFTER < deadline) {
            events.in(TokenLimit.RETRY_AFTER, () -> ask(cost, attempts - 1, deadline));
        } else {
            place.leaveRefused(now); // others may try at once
            listener.ended(false, 0);
        }
    }

    private void have() {
        place.leave(events.now() + LEAST_LIFE + random.nextDouble() * (MOST_LIFE - LEAST_LIFE));
        listener.ended(true, waited);
    }
}
