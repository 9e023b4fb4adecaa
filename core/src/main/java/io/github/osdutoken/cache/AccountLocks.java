package io.github.osdutoken.cache;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One thing at a time for each user, whatever the credentials: whoever comes while a sign-in runs waits for its outcome.
 * Parallel attempts would count as several, and two sign-ins cannot use the same one-time code (RFC 6238, section 5.2).
 * The wait has no deadline, since all that is done under the lock has one.
 */
public final class AccountLocks {

    private final Map<Account, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * Run something while nobody else in this process does for the same user.
     *
     * @throws SignInException if the thread is interrupted while it waits
     */
    public <T> T alone(Account account, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(account.owner(), whose -> new ReentrantLock());
        try {
            lock.lockInterruptibly();
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
}
