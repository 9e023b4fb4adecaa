package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AccountLocksTests {

    private static final Account EDITOR = account("editor@contoso.com", "pass-1");

    private final AccountLocks locks = new AccountLocks();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    @Test
    void letOneAtATimeWorkForAUser() throws Exception {
        AtomicInteger working = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Account account = account("Editor@contoso.com", "pass-" + i);
            all.add(threads.submit(() -> locks.alone(account, () -> {
                int now = working.incrementAndGet();
                stay(10);
                working.decrementAndGet();
                return now;
            })));
        }
        for (Future<Integer> one : all) {
            assertThat(one.get()).isEqualTo(1);
        }
    }

    @Test
    void doNotLetOneUserWaitForAnother() throws Exception {
        occupy(EDITOR);

        assertThat(locks.alone(account("viewer@contoso.com", "pass-1"), () -> "done"))
                .isEqualTo("done");
        assertThat(locks.alone(ownerOf("refresh-1"), () -> "done")).isEqualTo("done");
    }

    @Test
    void tellOwnersOfRefreshTokensApart() throws Exception {
        occupy(ownerOf("refresh-1"));

        assertThat(locks.alone(ownerOf("refresh-2"), () -> "done")).isEqualTo("done");
    }

    @Test
    void areFreeAgainAfterAFailure() {
        assertThatThrownBy(() -> locks.alone(EDITOR, () -> {
                    throw new IllegalStateException("Ours");
                }))
                .hasMessage("Ours");

        Future<String> next = threads.submit(() -> locks.alone(EDITOR, () -> "done"));
        assertThat(next).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo("done");
    }

    @Test
    void letAnInterruptedThreadGo() throws Exception {
        occupy(EDITOR);
        Thread.currentThread().interrupt();

        SignInException e = catchThrowableOfType(SignInException.class, () -> locks.alone(EDITOR, () -> "done"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(e)
                .hasMessage("Waiting for another sign-in of editor@contoso.com at https://login.example/tenant/v2.0"
                        + " failed: the thread was interrupted. Nothing was sent.");
    }

    private void occupy(Account account) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        threads.execute(() -> locks.alone(account, () -> {
            begun.countDown();
            return stay(20_000);
        }));
        begun.await();
    }

    /** Keep a lock for so long, or until the test ends. */
    private boolean stay(int milliseconds) {
        try {
            return end.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Account account(String username, String password) {
        return Account.of(SampleProfile.of(username, password));
    }

    private static Account ownerOf(String refreshToken) {
        return Account.of(SampleProfile.of(new TestUser(null, null, null, new RefreshToken(refreshToken))));
    }
}
