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
 * sooner, but each would take longer, and pages time out. Who came first is served first.
 */
final class Turn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private static final Semaphore TURNS = new Semaphore(AT_ONCE, true);

    private Turn() {}

    /**
     * Wait for one's turn. The time for the sign-in itself begins afterwards.
     *
     * @throws SignInException with {@link Reason#TIMEOUT} if it does not come in the time that those before may take
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    static Turn await(Profile profile) throws InterruptedException {
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
        return new Turn();
    }

    /** Let the next one begin. */
    @Override
    public void close() {
        TURNS.release();
    }
}
