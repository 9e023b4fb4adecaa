package io.github.osdutoken.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The simulation keeps to the rules that its figures are to follow from. */
class FleetTests {

    private static final Costs COSTS = new Costs(8, 2, 1);
    private static final double HOUR = 3600;
    private static final int JOBS = 10_000;

    private final Events events = new Events();
    private final Random random = new Random(1);
    private final Account account = new Account();
    private final List<String> ends = new ArrayList<>();
    private TokenLimit limit = new TokenLimit(Integer.MAX_VALUE);

    @Test
    void acceptsEachCodeOfAnAccountOnce() {
        assertThat(account.accepts(30)).isTrue();
        assertThat(account.accepts(59.9)).isFalse();
        assertThat(account.accepts(60)).isTrue();
    }

    @Test
    void letsTheSecondJobWaitForTheNextCodeAndTheThirdFail() {
        // Codes are typed after 6 of 8 seconds; the second one's is accepted at 30.
        IntStream.range(0, 3).forEach(job -> at(0, "job " + job, new Place()));

        events.run();

        assertThat(ends).containsExactly("job 0 worked at 8", "job 2 failed at 30", "job 1 worked at 32 after 24");
        assertThat(account.codesUsed()).isEqualTo(2);
    }

    @Test
    void typesNoCodeInTheLastSecondsOfItsTime() {
        at(20, "late", new Place()); // would type at 26, four seconds before the end

        events.run();

        assertThat(ends).containsExactly("late worked at 32");
    }

    @Test
    void signsInOnceForAllJobsOfOneFolder() {
        Place folder = new Place();
        at(0, "first", folder);
        at(1, "second", folder);
        at(2 * HOUR, "later", folder);

        events.run();

        assertThat(ends).containsExactly("first worked at 8", "second worked at 9", "later worked at 7202");
        assertThat(account.signIns().count()).isOne();
        assertThat(account.refreshes().count()).isOne();
    }

    @Test
    void doesNotRepeatInAFolderWhatWasRefusedThereAMomentAgo() {
        at(0, "elsewhere", new Place());
        at(0, "elsewhere, too", new Place());
        Place folder = new Place();
        at(0, "refused", folder); // at 30
        at(629, "soon", folder);
        at(631, "later", folder);

        events.run();

        assertThat(ends).contains("refused failed at 30", "soon failed at 629", "later worked at 639");
    }

    @Test
    void asksAgainForARefreshTokenButNotForACode() {
        limit = new TokenLimit(1);
        at(0, "takes the only answer of a minute", Place.withRefreshToken());
        at(50, "refreshes", Place.withRefreshToken()); // at 50 and 55 in vain
        at(70, "signs in", new Place()); // at 76, with the minute's answer gone at 60

        events.run();

        assertThat(ends)
                .containsExactly(
                        "takes the only answer of a minute worked at 2",
                        "refreshes worked at 62",
                        "signs in failed at 76");
        assertThat(limit.asked().count()).isEqualTo(5);
    }

    @Test
    void countsRequestsThatAreCloseTogether() {
        Requests requests = new Requests();
        IntStream.range(0, 16).forEach(second -> requests.add(second));
        requests.add(1000);

        assertThat(requests.count()).isEqualTo(17);
        assertThat(requests.most()).isEqualTo(16);
        assertThat(requests.looped()).isEqualTo(2);
    }

    @Test
    void findsInTheBuildServersCacheWhatAJobOfTheDefaultBranchLeft() {
        Keeping cache = Keeping.buildServer();
        Job branch = new Job(0, 300, 0, 0, false);
        Job main = new Job(0, 300, 0, 0, true);
        Place signedIn = cache.place(branch, 0);
        signedIn.leave(HOUR);

        cache.ended(branch, 0, signedIn);
        assertThat(cache.place(main, 0).hasRefreshToken()).isFalse();

        cache.ended(main, 0, signedIn);
        assertThat(cache.place(branch, 0).hasAccessToken(0)).isTrue();
        assertThat(cache.place(branch, 1).hasRefreshToken()).isFalse();
    }

    @Test
    void hasTheSameJobsForTheSameSeed() {
        List<Job> jobs = new Arrivals(JOBS, new Random(7)).of(1);

        assertThat(jobs).hasSize(JOBS).isEqualTo(new Arrivals(JOBS, new Random(7)).of(1));
        assertThat(jobs).allMatch(job -> job.start() >= Arrivals.DAY && job.start() < 2 * Arrivals.DAY);
        assertThat(jobs.stream().filter(job -> (int) (job.start() % Arrivals.DAY / 60) == 120))
                .hasSizeGreaterThanOrEqualTo(JOBS / Arrivals.ONE_NIGHTLY_IN);
    }

    @Test
    void letsNoMoreJobsPassThanThereAreCodes() {
        Day day = day(Keeping.nothing(), Pairs.any(1));

        assertThat(day.jobs()).isEqualTo(JOBS);
        assertThat(day.jobs() - day.failed()).isPositive().isLessThanOrEqualTo(24 * 60 * 2);
        assertThat(day.signIns()).isEqualTo(2 * JOBS);
    }

    @Test
    void letsAllJobsPassThatShareNoAccountAtATime() {
        Day day = day(Keeping.nothing(), Pairs.free());

        assertThat(day.failed()).isZero();
        assertThat(day.waits()).isEmpty();
        assertThat(day.pairs()).isGreaterThanOrEqualTo(JOBS / Arrivals.ONE_NIGHTLY_IN);
    }

    private static Day day(Keeping keeping, Pairs pairs) {
        return new Fleet(JOBS, 1, COSTS, keeping, pairs, new TokenLimit(Integer.MAX_VALUE))
                .days(1)
                .get(0);
    }

    private void at(double time, String name, Place place) {
        events.at(
                time,
                () -> new Errand(
                                events,
                                random,
                                COSTS,
                                limit,
                                account,
                                place,
                                (worked, waited) -> ends.add(name
                                        + (worked ? " worked" : " failed")
                                        + " at " + (int) events.now()
                                        + (waited > 0 ? " after " + (int) waited : "")))
                        .begin());
    }
}
