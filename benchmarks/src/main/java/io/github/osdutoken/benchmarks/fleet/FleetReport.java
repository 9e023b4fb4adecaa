package io.github.osdutoken.benchmarks.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;

/** The fleet's days with each way to keep tokens, as tables. */
public final class FleetReport {

    private static final int JOBS = 10_000;
    private static final int SEEDS = 10;
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final List<Integer> LIMITS = List.of(240, 120, 60, 30);

    private static final List<Integer> FLEETS = List.of(100, 300, 1_000, 3_000, 10_000);
    private static final List<Integer> PAIRS = List.of(1, 5, 20, 100, 500);

    private record Case(String name, Supplier<Keeping> keeping, Supplier<Pairs> pairs) {

        private Case(String name, int pairs, Supplier<Keeping> keeping) {
            this(name, keeping, () -> Pairs.any(pairs));
        }
    }

    private static final String NOTHING = "nothing";
    private static final String BUILD_SERVER = "build server's cache";
    private static final String SECRET = "refresh token in the secret store";

    private static final List<Case> CASES = List.of(
            new Case(NOTHING, 1, Keeping::nothing),
            new Case(NOTHING, 10, Keeping::nothing),
            new Case(NOTHING, 50, Keeping::nothing),
            new Case(NOTHING, 200, Keeping::nothing),
            new Case(NOTHING, 1000, Keeping::nothing),
            new Case(NOTHING + ", a free pair for each job", Keeping::nothing, Pairs::free),
            new Case("20 runners' folders", 1, () -> Keeping.runners(20)),
            new Case("20 runners' folders", 10, () -> Keeping.runners(20)),
            new Case("50 runners' folders", 1, () -> Keeping.runners(50)),
            new Case("50 runners' folders", 10, () -> Keeping.runners(50)),
            new Case(BUILD_SERVER, 1, Keeping::buildServer),
            new Case(BUILD_SERVER, 10, Keeping::buildServer),
            new Case(SECRET, 1, Keeping::secret),
            new Case(SECRET, 10, Keeping::secret),
            new Case(SECRET, 50, Keeping::secret));

    private FleetReport() {}

    /** Run each case with each seed, and return the tables. */
    public static String tables(Costs costs) {
        StringBuilder asked = new StringBuilder("""
                What Entra ID is asked on the second day:

                | kept | pairs of accounts | sign-ins, an account | most in 5 min | refreshes, an account | most in 5 min \
                | from the 15th in 5 min on, all accounts | token requests, most in 1 min, all accounts |
                |---|---:|---:|---:|---:|---:|---:|---:|
                """);
        StringBuilder became = new StringBuilder("""

                What becomes of the jobs on the second day:

                | kept | pairs of accounts | jobs whose first code was used up, and second accepted, % \
                | their wait, s: median, 95 %, most | jobs that fail | runner time for tokens, h | one user after the other, h |
                |---|---:|---:|---:|---:|---:|---:|
                """);
        StringBuilder first = new StringBuilder("""

                The first day, with nothing kept yet:

                | kept | pairs of accounts | sign-ins, all accounts | jobs that fail |
                |---|---:|---:|---:|
                """);
        StringBuilder limited = new StringBuilder("| kept | pairs of accounts |");
        LIMITS.forEach(limit -> limited.append(" %d a minute |".formatted(limit)));
        limited.insert(
                        0,
                        "\nJobs that fail on the second day when the token endpoint answers no more than so many requests:\n\n")
                .append("\n|---|---:|---:|---:|---:|---:|\n");
        for (Case one : CASES) {
            List<List<Day>> runs = run(one, costs, NO_LIMIT);
            List<Day> second = runs.stream().map(days -> days.get(1)).toList();
            String row = "| %s | %d | ".formatted(one.name, most(second, Day::pairs));
            asked.append(row).append(asked(second));
            became.append(row).append(became(second));
            if (!one.name.startsWith(NOTHING) && !one.name.equals(SECRET)) {
                List<Day> firstDays = runs.stream().map(days -> days.get(0)).toList();
                first.append(row)
                        .append("%s | %s |%n"
                                .formatted(mean(firstDays, Day::signIns, 0), mean(firstDays, Day::failed, 1)));
            }
            limited.append(row);
            for (int limit : LIMITS) {
                List<Day> days =
                        run(one, costs, limit).stream().map(both -> both.get(1)).toList();
                limited.append(mean(days, Day::failed, 0)).append(" | ");
            }
            limited.replace(limited.length() - 1, limited.length(), "\n");
        }
        return asked.toString() + became + first + limited + withoutKeeping(costs);
    }

    private static String withoutKeeping(Costs costs) {
        StringBuilder table =
                new StringBuilder("\nNothing kept, jobs that fail, %, in fleets of other sizes:\n\n| jobs a day |");
        PAIRS.forEach(pairs -> table.append(pairs == 1 ? " 1 pair |" : " %d pairs |".formatted(pairs)));
        table.append("\n|---:|---:|---:|---:|---:|---:|\n");
        for (int jobs : FLEETS) {
            table.append("| %,d |".formatted(jobs));
            for (int pairs : PAIRS) {
                List<Day> days = LongStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> new Fleet(
                                        jobs,
                                        seed,
                                        costs,
                                        Keeping.nothing(),
                                        Pairs.any(pairs),
                                        new TokenLimit(NO_LIMIT))
                                .days(1)
                                .get(0))
                        .toList();
                table.append(" %s |".formatted(mean(days, day -> 100.0 * day.failed() / day.jobs(), 2)));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static List<List<Day>> run(Case one, Costs costs, int limit) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed ->
                        new Fleet(JOBS, seed, costs, one.keeping.get(), one.pairs.get(), new TokenLimit(limit)).days(2))
                .toList();
    }

    private static String asked(List<Day> days) {
        return "%s | %d | %s | %d | %s | %d |%n"
                .formatted(
                        mean(days, day -> (double) day.signIns() / day.accounts(), 1),
                        most(days, Day::mostSignIns),
                        mean(days, day -> (double) day.refreshes() / day.accounts(), 1),
                        most(days, Day::mostRefreshes),
                        mean(days, Day::looped, 0),
                        most(days, Day::mostOfAMinute));
    }

    private static String became(List<Day> days) {
        List<Double> waits = new ArrayList<>();
        days.forEach(day -> waits.addAll(day.waits()));
        waits.sort(Comparator.naturalOrder());
        String wait = waits.isEmpty()
                ? ""
                : "%s, %s, %s"
                        .formatted(
                                number(waits.get(waits.size() / 2), 0),
                                number(waits.get(waits.size() * 95 / 100), 0),
                                number(waits.get(waits.size() - 1), 0));
        return "%s | %s | %s | %s | %s |%n"
                .formatted(
                        mean(days, day -> 100.0 * day.waits().size() / day.jobs(), 1),
                        wait,
                        mean(days, Day::failed, 1),
                        mean(days, day -> day.atOnce() / 3600, 1),
                        mean(days, day -> day.inTurn() / 3600, 1));
    }

    private static String mean(List<Day> days, ToDoubleFunction<Day> figure, int digits) {
        return number(days.stream().mapToDouble(figure).average().orElseThrow(), digits);
    }

    private static int most(List<Day> days, ToIntFunction<Day> figure) {
        return days.stream().mapToInt(figure).max().orElseThrow();
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
