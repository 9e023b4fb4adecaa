package io.github.osdutoken.benchmarks;

import io.github.osdutoken.benchmarks.fleet.Costs;
import io.github.osdutoken.benchmarks.fleet.FleetReport;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorBuilder;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A day of a fleet of CI jobs, simulated with what this machine takes for a sign-in, a refresh and a kept token. */
final class FleetDay {

    private static final int RUNS = 7;
    private static final int SHARING = 3;

    /** No emulator is far away: what Entra ID and the way there add to the pages, and to one request, in seconds. */
    private static final double FAR_PAGES = 5;

    private static final double FAR_REQUEST = 0.5;

    private FleetDay() {}

    static String table() throws IOException, InterruptedException {
        double[] signIns = new double[RUNS];
        double[] refreshes = new double[RUNS];
        double[] kept = new double[RUNS];
        String together;
        EmulatorBuilder builder = Emulator.builder();
        // Each one's first code: nobody waits for the next half minute.
        IntStream.rangeClosed(0, RUNS).forEach(user -> builder.user(ManyUsers.name(user), Condition.MFA_TOTP));
        Emulator emulator = builder.start();
        try (Surroundings surroundings = new Surroundings(emulator, Map.of())) {
            for (int run = 0; run < RUNS; run++) {
                Map<String, String> user = new HashMap<>();
                user.put(
                        "OSDU_CACHE_DIR",
                        surroundings.folder("cache of the fleet").toString());
                emulator.settings(ManyUsers.name(run))
                        .forEach((key, value) -> user.put(Surroundings.variable(key), value));
                String refreshToken = seconds(surroundings, user, signIns, run);
                seconds(surroundings, user, kept, run);
                user.keySet().removeIf(name -> name.endsWith("PASSWORD") || name.endsWith("TOTP_SECRET"));
                user.putAll(Map.of("OSDU_REFRESH_TOKEN", refreshToken, "OSDU_CACHE", "memory"));
                seconds(surroundings, user, refreshes, run);
            }
            // A busy machine types its first code late, and its second one up to a minute after the start.
            Map<String, String> shared = new HashMap<>(Map.of("OSDU_CACHE", "memory", "OSDU_TIMEOUT", "3m"));
            emulator.settings(ManyUsers.name(RUNS))
                    .forEach((key, value) -> shared.put(Surroundings.variable(key), value));
            together = OneAccount.atOnce(SHARING, surroundings, shared);
        }
        Figures signIn = new Figures(signIns);
        Figures refresh = new Figures(refreshes);
        Figures file = new Figures(kept);
        Costs costs = new Costs(signIn.median() + FAR_PAGES, refresh.median() + FAR_REQUEST, file.median());
        return """
                | a user's tokens, whole process, fresh JVM | measured here, s: median (least – most) | assumed for the way to Entra ID, s | simulated, s |
                |---|---:|---:|---:|
                | sign-in with password and one-time code | %s | %.1f | %.1f |
                | refresh, no browser | %s | %.1f | %.1f |
                | from the file | %s | 0 | %.1f |

                %d jobs at once with one account and nothing kept, not simulated but at the emulator: %s.

                """.formatted(
                                signIn.text(1),
                                FAR_PAGES,
                                costs.signIn(),
                                refresh.text(1),
                                FAR_REQUEST,
                                costs.refresh(),
                                file.text(1),
                                costs.kept(),
                                SHARING,
                                together)
                + FleetReport.tables(costs);
    }

    private static String seconds(Surroundings surroundings, Map<String, String> user, double[] column, int run)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<String> printed = surroundings
                .startShort(FreshSignIn.class, user)
                .result()
                .lines()
                .toList();
        column[run] = (System.nanoTime() - start) / 1e9;
        return printed.get(printed.size() - 1);
    }
}
