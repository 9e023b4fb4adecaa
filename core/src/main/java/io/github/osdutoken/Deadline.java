package io.github.osdutoken;

import java.time.Duration;

/**
 * When something has to be over, however many steps it takes.
 *
 * @param end the time, as {@link System#nanoTime()} tells it
 */
record Deadline(long end) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Return the same, put off. */
    Deadline later(Duration by) {
        return new Deadline(end + by.toNanos());
    }

    /** Return how much time is left, a millisecond at least, in which whoever asks finds out that there is none. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    /** Return how much time is left for a step that may take this long. */
    Duration atMost(Duration step) {
        Duration left = remaining();
        return left.compareTo(step) < 0 ? left : step;
    }
}
