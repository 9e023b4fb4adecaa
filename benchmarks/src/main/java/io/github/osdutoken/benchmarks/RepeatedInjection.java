package io.github.osdutoken.benchmarks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.junit.OsduRefreshToken;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs a test with a token many times, and one with a parameter of JUnit's own, by turns, and prints the difference in µs:
 * the median of the warm turns, since what JUnit itself takes for a test varies by more than that.
 */
final class RepeatedInjection {

    private static final int REPETITIONS = 5_000;
    private static final int COLD_TURNS = 4;
    private static final int WARM_TURNS = 11;

    private RepeatedInjection() {}

    public static void main(String[] arguments) {
        Launcher launcher = LauncherFactory.create();
        double[] differences = new double[WARM_TURNS];
        for (int turn = -COLD_TURNS; turn < WARM_TURNS; turn++) {
            double without = micros(launcher, "withTestInfo", TestInfo.class);
            double with = micros(launcher, "withToken", AccessToken.class);
            if (turn >= 0) {
                differences[turn] = with - without;
            }
        }
        Arrays.sort(differences);
        System.out.printf(Locale.ROOT, "%.1f%n", differences[WARM_TURNS / 2]);
    }

    private static double micros(Launcher launcher, String method, Class<?> parameter) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(Case.class, method, parameter.getName()))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        long start = System.nanoTime();
        launcher.execute(request, summary);
        double micros = (System.nanoTime() - start) / 1e3 / REPETITIONS;
        if (summary.getSummary().getTestsSucceededCount() != REPETITIONS) {
            throw new IllegalStateException(
                    summary.getSummary().getTestsSucceededCount() + " of " + REPETITIONS + " tests passed");
        }
        return micros;
    }

    static final class Case {

        @RepeatedTest(REPETITIONS)
        void withToken(@OsduRefreshToken AccessToken token) {
            consume(token);
        }

        @RepeatedTest(REPETITIONS)
        void withTestInfo(TestInfo info) {
            consume(info);
        }

        private static void consume(Object parameter) {
            if (parameter.hashCode() == 0) {
                System.out.println("a rare hash");
            }
        }
    }
}
