package io.github.osdutoken.cli.serve;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How long the page is served: until somebody ends it, or nobody has used it for a while. */
final class Lifetime {

    private final Duration idle;
    private long lastUse = System.nanoTime();
    private boolean ended;

    Lifetime(Duration idle) {
        this.idle = idle;
    }

    Duration idle() {
        return idle;
    }

    /** Somebody did something. A page that only lies open does not count. */
    synchronized void used() {
        lastUse = System.nanoTime();
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * Wait for the end.
     *
     * @param busy whether something is under way, which is use as well
     * @return whether somebody ended it; otherwise nobody used it
     */
    synchronized boolean await(BooleanSupplier busy) throws InterruptedException {
        while (!ended) {
            long left = lastUse + idle.toNanos() - System.nanoTime();
            if (left <= 0 && busy.getAsBoolean()) {
                lastUse = System.nanoTime();
            } else if (left <= 0) {
                return false;
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
        return true;
    }
}
