package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.oauth.Aadsts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks passwords, and locks an account after too many different wrong ones ("smart lockout"): for a minute at first,
 * then for longer. While it is locked the right password does not do either.
 */
final class Passwords {

    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);

    /** What an account's wrong passwords have led to. */
    private static final class History {
        private final Set<String> wrong = new HashSet<>();
        private Instant lockedUntil = Instant.MIN;
        private Duration nextLock = FIRST_LOCK;
    }

    private final Map<String, History> histories = new HashMap<>();
    private final int threshold;
    private final Clock clock;

    Passwords(int threshold, Clock clock) {
        this.threshold = threshold;
        this.clock = clock;
    }

    /** Return what is wrong with the attempt, or {@code null}. */
    synchronized @Nullable Aadsts problem(EmulatorUser user, String password) {
        History history = histories.computeIfAbsent(user.objectId(), id -> new History());
        if (clock.instant().isBefore(history.lockedUntil)) {
            return Aadsts.ACCOUNT_LOCKED;
        }
        if (!user.password().equals(password)) {
            // The same wrong password again is one typo, not two guesses.
            history.wrong.add(password);
            if (history.wrong.size() < threshold) {
                return Aadsts.INVALID_CREDENTIALS;
            }
            history.wrong.clear();
            history.lockedUntil = clock.instant().plus(history.nextLock);
            history.nextLock = history.nextLock.multipliedBy(2);
            return Aadsts.ACCOUNT_LOCKED;
        }
        histories.remove(user.objectId());
        return user.has(Condition.DISABLED) ? Aadsts.ACCOUNT_DISABLED : null;
    }
}
