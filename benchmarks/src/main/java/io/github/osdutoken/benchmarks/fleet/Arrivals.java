package io.github.osdutoken.benchmarks.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** When the jobs of a day come: with office hours, several for each push, and many of them at once at night. */
final class Arrivals {

    static final double DAY = 86_400;

    /** Schedules are set to the full hour, and start one job in so many. */
    static final int ONE_NIGHTLY_IN = 20;

    static final double NIGHTLY_AT = 2 * 3600;
    static final double NIGHTLY_WITHIN = 60;
    static final int MOST_OF_A_PUSH = 7;
    static final double PUSH_WITHIN = 10;
    static final double LEAST_LENGTH = 300;
    static final double MOST_LENGTH = 900;
    static final double ON_DEFAULT_BRANCH = 0.3;

    /** How the jobs of pushes are spread over the hours of a day. */
    static final int[] HOURS = {1, 1, 1, 1, 1, 1, 1, 1, 5, 9, 12, 12, 7, 9, 12, 12, 9, 6, 3, 2, 1, 1, 1, 1};

    private static final int ALL_HOURS = IntStream.of(HOURS).sum();

    private final int count;
    private final Random random;

    Arrivals(int count, Random random) {
        this.count = count;
        this.random = random;
    }

    /** Return a day's jobs in the order of their start. */
    List<Job> of(int day) {
        List<Job> jobs = new ArrayList<>();
        while (jobs.size() < count / ONE_NIGHTLY_IN) {
            jobs.add(job(day, NIGHTLY_AT + random.nextDouble() * NIGHTLY_WITHIN, true));
        }
        while (jobs.size() < count) {
            double push = (hour() + random.nextDouble()) * 3600;
            boolean onDefaultBranch = random.nextDouble() < ON_DEFAULT_BRANCH;
            int left = Math.min(count - jobs.size(), 1 + random.nextInt(MOST_OF_A_PUSH));
            for (int one = 0; one < left; one++) {
                jobs.add(job(day, Math.min(push + random.nextDouble() * PUSH_WITHIN, DAY - 1), onDefaultBranch));
            }
        }
        jobs.sort(Comparator.comparingDouble(Job::start));
        return jobs;
    }

    private Job job(int day, double second, boolean onDefaultBranch) {
        return new Job(
                day * DAY + second,
                LEAST_LENGTH + random.nextDouble() * (MOST_LENGTH - LEAST_LENGTH),
                random.nextInt(Integer.MAX_VALUE),
                random.nextInt(Integer.MAX_VALUE),
                onDefaultBranch);
    }

    private int hour() {
        int drawn = random.nextInt(ALL_HOURS);
        int hour = 0;
        while (drawn >= HOURS[hour]) {
            drawn -= HOURS[hour++];
        }
        return hour;
    }
}
