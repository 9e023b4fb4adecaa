package io.github.osdutoken.benchmarks.fleet;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when, in the order of time; of two things at one moment the one that was announced first. */
final class Events {

    private record Event(double time, long number, Runnable what) {}

    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingLong(Event::number));
    private long announced;
    private double now;

    void at(double time, Runnable what) {
        if (time < now) {
            throw new IllegalArgumentException("It is " + now + ", and " + time + " is over");
        }
        queue.add(new Event(time, announced++, what));
    }

    void in(double seconds, Runnable what) {
        at(now + seconds, what);
    }

    double now() {
        return now;
    }

    /** Let everything happen. */
    void run() {
        while (!queue.isEmpty()) {
            Event next = queue.remove();
            now = next.time;
            next.what.run();
        }
    }
}
