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
import org.jspecify.annotations.Nullable;

/**
 * Attempts that failed lately, so that a hundred tests with one wrong password cost one attempt and no lock-out.
 *
 * <p>When a sign-in was refused for the user's own sake, it is remembered for the user, whichever application asks; everything
 * else for the one {@link Attempt}, as a refresh token is one application's. What the issuer refused is remembered in the
 * user's files as well, for other processes.
 */
public final class FailedAttempts {

    private static final Set<Reason> OF_THE_USER = Set.of(
            Reason.INVALID_CREDENTIALS,
            Reason.ACCOUNT_LOCKED,
            Reason.ACCOUNT_DISABLED,
            Reason.PASSWORD_EXPIRED,
            Reason.MFA_REJECTED); // a second factor may be wanted for one application only

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
     * @param attempt what is attempted
     * @param files where other processes see what the issuer refused; the user's lock is held
     * @param work the attempt itself
     * @throws SignInException if it fails, or failed lately; then with the first failure as its cause, unless that was in
     *     another process
     */
    public <T> T unlessFailed(Attempt attempt, AccountFiles files, Supplier<T> work) {
        mustNotHaveFailed(attempt, new FailureFile(files, attempt.account()));
        try {
            return work.get();
        } catch (RuntimeException e) {
            boolean interrupted = Thread.interrupted(); // or the file could not be written
            try {
                if (!interrupted || isDecided(e)) {
                    remember(attempt, e, new FailureFile(files, attempt.account()));
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            throw e;
        }
    }

    /** Tell whether an attempt that was interrupted had been answered before: if not, the next one may find out. */
    private static boolean isDecided(RuntimeException e) {
        return e instanceof SignInException failure
                && (is(failure.reason(), Reason.INVALID_CREDENTIALS) || is(failure.reason(), Reason.UNKNOWN_PAGE));
    }

    private void mustNotHaveFailed(Attempt attempt, FailureFile file) {
        List<Attempt> both = List.of(attempt.ofAnyClient(), attempt);
        Instant now = clock.instant();
        for (Attempt one : both) {
            Failure failure = failures.get(one);
            if (failure != null && failure.holdsAt(now)) {
                throw failure.again();
            }
        }
        file.find(both, now, FOR_REFUSALS).ifPresent(line -> {
            throw line.again();
        });
    }

    private void remember(Attempt attempt, RuntimeException e, FailureFile file) {
        Reason reason = e instanceof SignInException failure ? failure.reason() : null;
        Instant now = clock.instant();
        Instant until = now.plus(is(reason, Reason.UNAVAILABLE) ? FOR_THE_REST : FOR_REFUSALS);
        boolean ofTheUser = attempt.kind() == Attempt.Kind.SIGN_IN && reason != null && OF_THE_USER.contains(reason);
        Attempt what = ofTheUser ? attempt.ofAnyClient() : attempt;
        failures.values().removeIf(other -> !other.holdsAt(now)); // or they would be kept for as long as the JVM
        failures.put(what, new Failure(e, until));
        // The rest is mended on this machine, and tried at once by whoever mended it and starts anew.
        if (e instanceof SignInException refusal && is(reason, Reason.INVALID_CREDENTIALS)) {
            file.add(
                    new FailureFile.Line(
                            what.fingerprint(),
                            now,
                            until,
                            refusal.reason(),
                            String.valueOf(refusal.getMessage()),
                            refusal.trace().orElse(null)),
                    now,
                    FOR_REFUSALS);
        }
    }

    /** Tell whether a reason is of the same kind as another one. */
    private static boolean is(@Nullable Reason reason, Reason other) {
        return reason != null && reason.exitCode() == other.exitCode();
    }

    private record Failure(RuntimeException exception, Instant until) {

        /** As in the file, a far end is that of a clock that was wrong. */
        boolean holdsAt(Instant now) {
            return now.isBefore(until) && !until.isAfter(now.plus(FOR_REFUSALS));
        }

        /** A defect may have sent the password, too, before it showed. */
        RuntimeException again() {
            String prefix = "Not tried again before " + until + ", since it failed before: ";
            return exception instanceof SignInException failure
                    ? failure.again(prefix)
                    : new IllegalStateException(prefix + exception.getMessage(), exception);
        }
    }
}
