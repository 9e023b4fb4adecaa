package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leave to sign in. There are as many at a time as the machine has processors: more sign-ins at once would not be over
 * sooner, but each would take longer, and pages time out. Who came first is served first. A Grid has processors and a
 * queue of its own, so that nobody waits here for it.
 */
public final class Turn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private static final Semaphore TURNS = new Semaphore(AT_ONCE, true);

    private final Duration waited;
    private final boolean counts;

    private Turn(Duration waited, boolean counts) {
        this.waited = waited;
        this.counts = counts;
    }

    /**
     * Wait for one's turn.
     *
     * @param profile who is to sign in
     * @return the turn, to be closed when the sign-in is over
     * @throws SignInException with {@link Reason#TIMEOUT} if it does not come in the time that those before may take, or
     *     the thread is interrupted meanwhile
     */
    public static Turn await(Profile profile) {
        if (profile.signIn().gridUrl() != null) {
            return new Turn(Duration.ZERO, false);
        }
        Stopwatch stopwatch = new Stopwatch();
        try {
            queue(profile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SignInException.of(
                    Reason.TIMEOUT,
                    "Signing in " + profile.user() + " at " + profile.issuer(),
                    "the thread was interrupted.",
                    "Nothing was sent.");
        }
        return new Turn(stopwatch.elapsed(), true);
    }

    private static void queue(Profile profile) throws InterruptedException {
        if (!TURNS.tryAcquire(0, TimeUnit.SECONDS)) { // unlike the plain tryAcquire it does not push in
            int before = AT_ONCE + TURNS.getQueueLength();
            LOG.info(
                    "{} waits: {} sign-ins come first, and this machine's processors take {} at once",
                    profile.user(),
                    before,
                    AT_ONCE);
            Duration limit = profile.signIn().timeout().multipliedBy(1 + before / AT_ONCE);
            if (!TURNS.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw SignInException.of(
                        Reason.TIMEOUT,
                        "Signing in " + profile.user() + " at " + profile.issuer(),
                        "it did not begin within " + limit.toSeconds() + " s, since " + before
                                + " sign-ins of other users came first.",
                        "Sign in fewer users in one process, or raise osdu.timeout.");
            }
        }
    }

    /** Return how long one has waited, which is not to count as time for the sign-in. */
    public Duration waited() {
        return waited;
    }

    /** Let the next one begin. */
    @Override
    public void close() {
        if (counts) {
            TURNS.release();
        }
    }
}
