package io.github.osdutoken.cache;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sign-ins that failed lately, so that a hundred tests with one wrong password cost one attempt and no lock-out.
 *
 * <p>What the user is to blame for is remembered for the user, whichever application asks; everything else for the one
 * application. A changed password is another {@link Account} and is tried at once.
 */
public final class FailedSignIns {

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
    private final Map<Object, Failure> failures = new ConcurrentHashMap<>();

    /** Start with none. */
    public FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /** Remember a failure. A wrong configuration sent nothing anywhere and is not remembered. */
    public void remember(TokenKey key, SignInException failure) {
        if (failure.reason() != Reason.CONFIGURATION) {
            Object whose = OF_THE_USER.contains(failure.reason()) ? key.account() : key;
            Duration howLong = failure.reason().exitCode() == Reason.TIMEOUT.exitCode() ? FOR_THE_REST : FOR_REFUSALS;
            failures.put(whose, new Failure(failure, clock.instant().plus(howLong)));
        }
    }

    /**
     * Check that nothing is known against signing in.
     *
     * @throws SignInException if the same sign-in failed lately; with the first failure as its cause
     */
    public void mustNotHaveFailed(TokenKey key) {
        for (Object whose : new Object[] {key.account(), key}) {
            Failure failure = failures.get(whose);
            if (failure != null && clock.instant().isBefore(failure.until)) {
                throw failure.exception.again("Not tried again before " + failure.until + ", since it failed before: ");
            }
        }
    }

    private record Failure(SignInException exception, Instant until) {}
}
