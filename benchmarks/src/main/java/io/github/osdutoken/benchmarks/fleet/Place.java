package io.github.osdutoken.benchmarks.fleet;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where an account's tokens are kept, and where whoever wants them waits while somebody else gets them. */
final class Place {

    /** Tokens that end sooner are not handed out. */
    private static final double LEAST_LIFE = 60;

    private double accessTokenEnds = Double.NEGATIVE_INFINITY;
    private double refusedUntil = Double.NEGATIVE_INFINITY;
    private boolean refreshToken;
    private boolean busy;
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    static Place withRefreshToken() {
        Place place = new Place();
        place.refreshToken = true;
        return place;
    }

    /** Return another place with the same tokens. */
    Place copy() {
        Place copy = new Place();
        copy.accessTokenEnds = accessTokenEnds;
        copy.refreshToken = refreshToken;
        return copy;
    }

    boolean hasAccessToken(double now) {
        return accessTokenEnds - now >= LEAST_LIFE;
    }

    boolean hasRefreshToken() {
        return refreshToken;
    }

    boolean wasRefused(double now) {
        return now < refusedUntil;
    }

    /** Be the one who gets tokens, or be told when that one is done. */
    boolean enter(Runnable again) {
        if (busy) {
            waiting.add(again);
            return false;
        }
        busy = true;
        return true;
    }

    /** Leave tokens for the others. */
    void leave(double ends) {
        accessTokenEnds = ends;
        refreshToken = true;
        leave();
    }

    /** Leave nothing but the memory that it failed. */
    void leaveRefused(double until) {
        refusedUntil = until;
        leave();
    }

    private void leave() {
        busy = false;
        while (!busy && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
