package io.github.osdutoken.systemtests;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What other processes bring about, and tell nobody. */
final class Eventually {

    private Eventually() {}

    /** Look until it is so. */
    static void within(Duration time, BooleanSupplier so) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long start = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - start > time.toNanos() || never.await(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("It did not come to be so within " + time);
            }
        }
    }
}
