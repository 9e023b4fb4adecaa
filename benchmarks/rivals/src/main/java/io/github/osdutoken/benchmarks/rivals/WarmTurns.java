package io.github.osdutoken.benchmarks.rivals;

import io.github.osdutoken.Profile;
import io.github.osdutoken.TokenSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Ours and the floors in turn in one JVM. Prints a line a round: milliseconds of ours, the browser, the protocol, the pages.
 */
final class WarmTurns {

    private static final int ROUNDS_TO_WARM_UP = 3;

    private WarmTurns() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = ROUNDS_TO_WARM_UP + Integer.parseInt(arguments[0]);
        for (int round = 0; round < rounds; round++) {
            double ours = millis(() -> TokenSource.of(Profile.load()).freshTokens());
            double browser = millis(BrowserFloor::visit);
            double protocol = millis(HttpFloor::signIn);
            double pages = PagesFloor.signIn();
            awaitChildren();
            if (round >= ROUNDS_TO_WARM_UP) {
                System.out.printf(Locale.ROOT, "%.1f %.1f %.1f %.1f%n", ours, browser, protocol, pages);
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        double millis = (System.nanoTime() - start) / 1e6;
        awaitChildren();
        return millis;
    }

    /** Let the browsers end that are closed in the background, so that nobody pays for another's. */
    private static void awaitChildren() throws Exception {
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            child.onExit().get(30, TimeUnit.SECONDS);
        }
    }
}
