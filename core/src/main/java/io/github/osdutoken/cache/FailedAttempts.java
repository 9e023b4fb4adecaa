package io.github.osdutoken.cache;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Attempts that failed lately, so that a hundred tests with one wrong password cost one attempt and no lock-out.
 *
 * <p>What the user is to blame for is remembered for the user, whichever application asks; everything else for the one
 * {@link Attempt}.
 */
public final class FailedAttempts {

    private static final Set<Reason> OF_THE_USER = Set.of(
            Reason.INVALID_CREDENTIALS,
            Reason.ACCOUNT_LOCKED,
            Reason.ACCOUNT_DISABLED,
            Reason.PASSWORD_EXPIRED,
            Reason.MFA_REQUIRED,
            Reason.MFA_REJECTED,
            Reason.MFA_REGISTRATION_REQUIRED);

    /** Long enough for a test run, short enough for someone who has just had an account unlocked. */
    private static final Duration FOR_REFUSALS = Duration.ofMinutes(10);

    /** What was only not available is worth another try soon, but not by each of a hundred tests in turn. */
    private static final Duration FOR_THE_REST = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<Attempt, Failure> failures = new ConcurrentHashMap<>();

    /** Start with none. */
    public FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Make an attempt unless it failed lately, and remember it when it fails.
     *
     * @throws SignInException if it fails, or failed lately; then with the first failure as its cause
     */
    public <T> T unlessFailed(Attempt attempt, Supplier<T> work) {
        mustNotHaveFailed(attempt);
        try {
            return work.get();
        } catch (RuntimeException e) {
            // Who was interrupted did not find out; the next one may.
            if (!Thread.currentThread().isInterrupted()) {
                remember(attempt, e);
            }
            throw e;
        }
    }

    private void mustNotHaveFailed(Attempt attempt) {
        for (Attempt one : List.of(attempt.ofAnyClient(), attempt)) {
            Failure failure = failures.get(one);
            if (failure != null && clock.instant().isBefore(failure.until)) {
                throw failure.again();
            }
        }
    }

    private void remember(Attempt attempt, RuntimeException e) {
        Reason reason = e instanceof SignInException failure ? failure.reason() : null;
        boolean ofTheUser = reason != null && OF_THE_USER.contains(reason);
        boolean passes = reason != null && reason.exitCode() == Reason.UNAVAILABLE.exitCode();
        Instant until = clock.instant().plus(passes ? FOR_THE_REST : FOR_REFUSALS);
        failures.put(ofTheUser ? attempt.ofAnyClient() : attempt, new Failure(e, until));
    }

    private record Failure(RuntimeException exception, Instant until) {

        /** A defect may have sent the password, too, before it showed. */
        RuntimeException again() {
            String prefix = "Not tried again before " + until + ", since it failed before: ";
            return exception instanceof SignInException failure
                    ? failure.again(prefix)
                    : new IllegalStateException(prefix + exception.getMessage(), exception);
        }
    }
}
