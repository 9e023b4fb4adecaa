package io.github.osdutoken.benchmarks.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Some days of a fleet, with a way to keep tokens: each job needs those of a pair of accounts. */
final class Fleet {

    /** As many users as a job has. */
    static final int USERS = 2;

    private final Events events = new Events();
    private final Random random;
    private final Costs costs;
    private final Keeping keeping;
    private final Pairs pairs;
    private final TokenLimit limit;
    private final Arrivals arrivals;
    private final Map<Integer, Account> accounts = new TreeMap<>();

    Fleet(int jobsADay, long seed, Costs costs, Keeping keeping, Pairs pairs, TokenLimit limit) {
        this.random = new Random(-seed); // the jobs are the same, however many tokens are drawn
        this.costs = costs;
        this.keeping = keeping;
        this.pairs = pairs;
        this.limit = limit;
        this.arrivals = new Arrivals(jobsADay, new Random(seed));
    }

    /** Run so many days to their end, all jobs of which have their tokens or have failed then. */
    List<Day> days(int count) {
        List<Day> days = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Day day = new Day();
            for (Job job : arrivals.of(number)) {
                events.at(job.start(), () -> begin(job, day));
            }
            days.add(day);
            events.at((number + 1) * Arrivals.DAY, () -> end(day));
        }
        events.run();
        return days;
    }

    private void end(Day day) {
        for (Account account : accounts.values()) {
            day.add(account);
            account.signIns().countAnew();
            account.refreshes().countAnew();
        }
        day.add(limit, pairs.most());
        limit.asked().countAnew();
    }

    private void begin(Job job, Day day) {
        Day.Waiting waiting = day.begin(USERS);
        int pair = pairs.take(job);
        for (int user = 0; user < USERS; user++) {
            int number = pair * USERS + user;
            Account account = accounts.computeIfAbsent(number, whose -> new Account());
            Place place = keeping.place(job, number);
            double start = events.now();
            new Errand(events, random, costs, limit, account, place, (worked, waited) -> {
                        events.in(job.length(), () -> keeping.ended(job, number, place));
                        if (waiting.ended(events.now() - start, worked, waited)) {
                            events.in(job.length(), () -> pairs.giveBack(pair));
                        }
                    })
                    .begin();
        }
    }
}
