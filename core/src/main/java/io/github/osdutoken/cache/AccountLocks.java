package io.github.osdutoken.cache;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One thing at a time for each user, whatever the credentials: whoever comes while a sign-in runs waits for its outcome.
 * Parallel attempts would count as several, and two sign-ins cannot use the same one-time code (RFC 6238, section 5.2).
 */
public final class AccountLocks {

    private final Map<Account, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * Run something while nobody else in this process does for the same user.
     *
     * @throws SignInException if that takes too long, or the thread is interrupted while it waits
     */
    public <T> T alone(Account account, Duration timeout, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(account.owner(), whose -> new ReentrantLock());
        try {
            if (!lock.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw inVain(account, timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SignInException.of(
                    Reason.TIMEOUT,
                    "Waiting for another sign-in of " + account.words(),
                    "the thread was interrupted.",
                    "Nothing was sent.");
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static SignInException inVain(Account account, Duration timeout) {
        return SignInException.of(
                Reason.TIMEOUT,
                "Waiting for another sign-in of " + account.words(),
                "other threads of this process have not ended theirs within " + timeout.toMillis() / 1000.0 + " s.",
                "Raise osdu.timeout if the issuer is slow, or if this user signs in to many applications at once.");
    }
}
