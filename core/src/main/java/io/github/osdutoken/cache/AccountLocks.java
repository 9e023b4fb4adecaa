package io.github.osdutoken.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One thing at a time for each account: whoever comes while a sign-in runs waits for its outcome. */
public final class AccountLocks {

    private final Map<Account, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Run something while nobody else does for the same account. */
    public <T> T alone(Account account, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(account, whose -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
