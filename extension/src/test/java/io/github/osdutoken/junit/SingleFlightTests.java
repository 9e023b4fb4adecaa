package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One attempt, however many ask at once, and however it ends. */
class SingleFlightTests {

    private static final String EDITOR = "editor@contoso.com";

    private Tenant tenant;

    @BeforeEach
    void start(@TempDir Path folder) {
        tenant = new Tenant(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "12");
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void twelveParallelTestsCostOneSignIn() {
        ParallelTestCase.SEEN.clear();

        assertThat(Outcome.passed(tenant.run(ParallelTestCase.class))).isEqualTo(12);
        assertThat(ParallelTestCase.SEEN).hasSize(1);
        assertThat(tenant.emulator().passwordPosts()).isEqualTo(1);
        assertThat(tenant.emulator().codesIssued()).isEqualTo(1);
        assertThat(tenant.emulator().codeRedemptions()).isEqualTo(1);
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelTestCase {

        private static final Set<RefreshToken> SEEN = ConcurrentHashMap.newKeySet();

        @RepeatedTest(12)
        void test(@OsduRefreshToken RefreshToken token) {
            SEEN.add(token);
        }
    }

    @Test
    void aWrongPasswordIsSentOnceAndACorrectedOneAtOnce() {
        String right = tenant.emulator().user("default").password();

        List<SignInException> failures =
                Outcome.failures(tenant.password("wrong-1").run(WrongPasswordTestCase.class)).stream()
                        .map(failure -> failure instanceof SignInException e ? e : (SignInException) failure.getCause())
                        .toList();

        assertThat(tenant.emulator().passwordPosts(EDITOR)).isEqualTo(1);
        assertThat(tenant.emulator().codesIssued()).as("the other user's").isEqualTo(1);
        assertThat(failures)
                .hasSize(12 + 3)
                .extracting(SignInException::reason)
                .containsOnly(Reason.INVALID_CREDENTIALS);
        assertThat(new HashSet<>(failures)).as("exceptions of their own").hasSameSizeAs(failures);

        SignInException first =
                failures.stream().filter(e -> e.getCause() == null).findFirst().orElseThrow();
        assertThat(failures).filteredOn(e -> e != first).hasSize(14).allSatisfy(e -> {
            assertThat(e).hasCause(first);
            assertThat(e.getMessage())
                    .matches("Not tried again before \\S+Z, since it failed before: .*")
                    .endsWith(first.getMessage());
        });

        tenant.password(right);
        assertThat(Outcome.passed(tenant.run(ParallelTestCase.class))).isEqualTo(12);
        assertThat(tenant.emulator().passwordPosts(EDITOR)).isEqualTo(2);
    }

    static class WrongPasswordTestCase {

        @RepeatedTest(12)
        @Execution(ExecutionMode.CONCURRENT)
        void usual(@OsduRefreshToken RefreshToken token) {}

        @RepeatedTest(3)
        @Execution(ExecutionMode.CONCURRENT)
        void forAnotherScope(@OsduRefreshToken(scope = "openid offline_access") AccessToken token) {}

        @Test
        @Execution(ExecutionMode.CONCURRENT)
        void ofAnotherUser(@OsduRefreshToken(profile = "no-access") AccessToken token) {
            assertThat(token).isNotNull();
        }
    }
}
