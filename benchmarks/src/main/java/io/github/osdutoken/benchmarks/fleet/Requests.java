package io.github.osdutoken.benchmarks.fleet;

import java.util.ArrayDeque;
import java.util.Deque;

/** Requests of one kind, in the order in which they were sent: how many, how close together. */
final class Requests {

    /** From so many identical ones within {@link #WINDOW} on, Entra ID tells a client that loops (AADSTS50196). */
    static final int LOOP = 15;

    static final double WINDOW = 300;

    private final double window;
    private final Deque<Double> lately = new ArrayDeque<>();
    private int count;
    private int most;
    private int looped;

    Requests() {
        this(WINDOW);
    }

    Requests(double window) {
        this.window = window;
    }

    void add(double now) {
        forget(now);
        lately.addLast(now);
        count++;
        most = Math.max(most, lately.size());
        looped += lately.size() >= LOOP ? 1 : 0;
    }

    /** Return how many there were in the window that ends now. */
    int lately(double now) {
        forget(now);
        return lately.size();
    }

    /** Count anew, and still know what was lately. */
    void countAnew() {
        count = 0;
        most = 0;
        looped = 0;
    }

    int count() {
        return count;
    }

    /** Return the most in any window. */
    int most() {
        return most;
    }

    /** Return how many were the fifteenth or a later one in their window. */
    int looped() {
        return looped;
    }

    private void forget(double now) {
        while (!lately.isEmpty() && lately.getFirst() <= now - window) {
            lately.removeFirst();
        }
    }
}
