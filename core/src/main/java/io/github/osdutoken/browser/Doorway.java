package io.github.osdutoken.browser;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one window of a browser come or go at a time. ChromeDriver attaches a new session to each page there is, and crashes
 * when one goes away in that moment (seen with version 156).
 */
final class Doorway {

    private static final long PATIENCE_SECONDS = 10;

    private final ReentrantLock lock = new ReentrantLock();

    /** What ends when the window has come, or gone. */
    interface Passage extends AutoCloseable {

        @Override
        void close();
    }

    /** Wait until nobody else comes or goes. If that lasts too long, it is better to go on. */
    Passage pass() {
        boolean alone = false;
        try {
            alone = lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return alone ? lock::unlock : () -> {};
    }
}
