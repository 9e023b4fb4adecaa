package io.github.osdutoken.benchmarks.fleet;

import java.util.HashMap;
import java.util.Map;

/** What of a job's tokens outlives it, and who finds it. */
interface Keeping {

    /** Return where a job that begins looks for an account's tokens. */
    Place place(Job job, int account);

    /** Take note that a job has ended. */
    default void ended(Job job, int account, Place place) {}

    /** Nothing: each job has a machine of its own, and signs in. */
    static Keeping nothing() {
        return (job, account) -> new Place();
    }

    /** A refresh token in the secret store, which a nightly job keeps alive; each job begins with it. */
    static Keeping secret() {
        return (job, account) -> Place.withRefreshToken();
    }

    /** The cache folders of so many machines that stay, to each of which a job may come. */
    static Keeping runners(int machines) {
        Map<Integer, Map<Integer, Place>> kept = new HashMap<>();
        return (job, account) -> kept.computeIfAbsent(job.machine() % machines, machine -> new HashMap<>())
                .computeIfAbsent(account, whose -> new Place());
    }

    /** The build server's cache: a job finds what the last one on the default branch had when it ended. */
    static Keeping buildServer() {
        Map<Integer, Place> saved = new HashMap<>();
        return new Keeping() {
            @Override
            public Place place(Job job, int account) {
                return saved.getOrDefault(account, new Place()).copy();
            }

            @Override
            public void ended(Job job, int account, Place place) {
                if (job.saves()) {
                    saved.put(account, place.copy());
                }
            }
        };
    }
}
