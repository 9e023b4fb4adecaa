package io.github.osdutoken.benchmarks.fleet;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which pair of accounts a job has. */
abstract class Pairs {

    private int most;

    abstract int choose(Job job);

    final int take(Job job) {
        int pair = choose(job);
        most = Math.max(most, pair + 1);
        return pair;
    }

    /** Take note that a job has ended. */
    void giveBack(int pair) {}

    /** Return how many there had to be. */
    final int most() {
        return most;
    }

    /** Any of so many, whoever has it besides. */
    static Pairs any(int pairs) {
        return new Pairs() {
            @Override
            int choose(Job job) {
                return job.pair() % pairs;
            }
        };
    }

    /** One that no other job has at the time, the longest free one first; as many as that takes. */
    static Pairs free() {
        return new Pairs() {
            private final Deque<Integer> free = new ArrayDeque<>();
            private int made;

            @Override
            int choose(Job job) {
                return free.isEmpty() ? made++ : free.removeFirst();
            }

            @Override
            void giveBack(int pair) {
                free.addLast(pair);
            }
        };
    }
}
