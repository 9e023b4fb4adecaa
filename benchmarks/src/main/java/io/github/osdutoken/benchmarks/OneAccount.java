package io.github.osdutoken.benchmarks;

import io.github.osdutoken.benchmarks.Surroundings.Running;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What the simulation supposes, tried: processes with a cache folder each, as if on several machines, sign in
 * one account at once.
 */
final class OneAccount {

    /** Between the beginnings of two codes, in seconds. */
    private static final int STEP = 30;

    private static final String REFUSED = "refused";

    private OneAccount() {}

    /** Start so many, and say what becomes of each. */
    static String atOnce(int processes, Surroundings surroundings, Map<String, String> user)
            throws IOException, InterruptedException {
        awaitBeginningOfStep();
        long start = System.nanoTime();
        List<Running> all = new ArrayList<>();
        List<CompletableFuture<String>> ends = new ArrayList<>();
        for (int process = 0; process < processes; process++) {
            Map<String, String> there = new HashMap<>(user);
            there.put(
                    "OSDU_CACHE_DIR", surroundings.folder("machine " + process).toString());
            Running one = surroundings.startShort(FreshSignIn.class, there);
            all.add(one);
            ends.add(one.process().onExit().thenApply(ended -> outcome(ended, (System.nanoTime() - start) / 1e9)));
        }
        List<String> outcomes = new ArrayList<>();
        for (int process = 0; process < processes; process++) {
            String outcome = ends.get(process)
                    .orTimeout(Surroundings.LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)
                    .join();
            String printed = all.get(process).printed();
            if (outcome.endsWith(REFUSED) && !printed.contains("one-time code as used before")) {
                throw new IllegalStateException("It failed for another reason:\n" + printed);
            }
            outcomes.add(outcome);
        }
        outcomes.sort(null);
        return String.join(", ", outcomes);
    }

    private static String outcome(Process ended, double seconds) {
        return String.format(Locale.ROOT, "%04.1f s: %s", seconds, ended.exitValue() == 0 ? "tokens" : REFUSED);
    }

    /** All are to type the same code. */
    private static void awaitBeginningOfStep() throws InterruptedException {
        long millis = STEP * 1000L - Instant.now().toEpochMilli() % (STEP * 1000L);
        TimeUnit.MILLISECONDS.sleep(millis); // the clock is what is waited for
    }
}
