package io.github.osdutoken.benchmarks.fleet;

import java.util.ArrayList;
import java.util.List;

/** What a day came to. */
final class Day {

    private int jobs;
    private int failed;
    private double atOnce;
    private double inTurn;
    private final List<Double> waits = new ArrayList<>();
    private int accounts;
    private int signIns;
    private int mostSignIns;
    private int loopedSignIns;
    private int refreshes;
    private int mostRefreshes;
    private int loopedRefreshes;
    private int mostOfAMinute;
    private int pairs;

    /** A job that waits for its users' tokens. */
    final class Waiting {

        private int left;
        private boolean works = true;
        private double longest;
        private double longestWait;

        private Waiting(int users) {
            left = users;
        }

        /** Take note of one user's tokens, or failure; tell whether it was the last one. */
        boolean ended(double took, boolean worked, double waited) {
            works &= worked;
            longest = Math.max(longest, took);
            longestWait = Math.max(longestWait, waited);
            inTurn += took;
            if (--left == 0) {
                jobs++;
                failed += works ? 0 : 1;
                atOnce += longest;
                if (longestWait > 0) {
                    waits.add(longestWait);
                }
            }
            return left == 0;
        }
    }

    Waiting begin(int users) {
        return new Waiting(users);
    }

    void add(Account account) {
        accounts++;
        signIns += account.signIns().count();
        mostSignIns = Math.max(mostSignIns, account.signIns().most());
        loopedSignIns += account.signIns().looped();
        refreshes += account.refreshes().count();
        mostRefreshes = Math.max(mostRefreshes, account.refreshes().most());
        loopedRefreshes += account.refreshes().looped();
    }

    void add(TokenLimit limit, int pairsSoFar) {
        mostOfAMinute = limit.asked().most();
        pairs = pairsSoFar;
    }

    int jobs() {
        return jobs;
    }

    int failed() {
        return failed;
    }

    /** Return how long jobs waited for tokens, all their users asking at once, in seconds. */
    double atOnce() {
        return atOnce;
    }

    /** Return the same with one user after the other. */
    double inTurn() {
        return inTurn;
    }

    /** Return the waits of those jobs of which a code was refused as used, and the next one taken, in seconds. */
    List<Double> waits() {
        return waits;
    }

    int accounts() {
        return accounts;
    }

    /** Return how many pairs of accounts there had to be so far. */
    int pairs() {
        return pairs;
    }

    int signIns() {
        return signIns;
    }

    /** Return the most of one account within five minutes. */
    int mostSignIns() {
        return mostSignIns;
    }

    int refreshes() {
        return refreshes;
    }

    /** Return the most of one account within five minutes. */
    int mostRefreshes() {
        return mostRefreshes;
    }

    /** Return how many requests a server that counted by account would take for those of a client that loops. */
    int looped() {
        return loopedSignIns + loopedRefreshes;
    }

    /** Return the most requests of all accounts at the token endpoint within a minute. */
    int mostOfAMinute() {
        return mostOfAMinute;
    }
}
