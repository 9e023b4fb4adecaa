package io.github.osdutoken.signin;

import java.time.Duration;

/** Time since it was started. */
final class Stopwatch {

    private long start = System.nanoTime();

    void restart() {
        start = System.nanoTime();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    boolean passed(Duration limit) {
        return elapsed().compareTo(limit) > 0;
    }
}
