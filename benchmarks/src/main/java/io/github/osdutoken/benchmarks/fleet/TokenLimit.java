package io.github.osdutoken.benchmarks.fleet;

/** A token endpoint that answers so many requests a minute, and the others 429 with {@code Retry-After}. */
final class TokenLimit {

    static final double MINUTE = 60;

    /** Assumed, as the limit is. */
    static final double RETRY_AFTER = 5;

    private final int perMinute;
    private final Requests asked = new Requests(MINUTE);
    private final Requests answered = new Requests(MINUTE);

    TokenLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    boolean answers(double now) {
        asked.add(now);
        if (answered.lately(now) >= perMinute) {
            return false;
        }
        answered.add(now);
        return true;
    }

    /** Return all that was asked, answered or not. */
    Requests asked() {
        return asked;
    }
}
