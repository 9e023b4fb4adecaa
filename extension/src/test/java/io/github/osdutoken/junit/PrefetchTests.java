package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Sign-ins begin with the plan's execution, and a test waits for what is left. */
class PrefetchTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String EDITOR = "editor@contoso.com";

    private static final AtomicReference<Emulator> EMULATOR = new AtomicReference<>();

    private Tenant tenant;

    private static Emulator emulator() {
        return Objects.requireNonNull(EMULATOR.get());
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        tenant = new Tenant(folder);
        EMULATOR.set(tenant.emulator());
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void allUsersAreSignedInWhileNobodyAsksYet() {
        TestExecutionSummary summary = Plans.run(tenant.parameters(), TwoUsersTestCase.class);

        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(3);
        assertThat(tenant.emulator().passwordPosts()).isEqualTo(2);
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class TwoUsersTestCase {

        @Test
        @Order(1)
        void goesOnMeanwhile() {
            await().atMost(LIMIT).until(() -> emulator().codeRedemptions() == 2);
        }

        @Test
        @Order(2)
        void editor(@OsduRefreshToken AccessToken token) {
            assertThat(token).isNotNull();
        }

        @Test
        @Order(3)
        void stranger(@OsduRefreshToken(profile = "no-access") AccessToken token) {
            assertThat(token).isNotNull();
        }
    }

    @Test
    void aTestThatAsksMeanwhileWaitsForTheSameSignIn() {
        tenant.emulator().faults().delay(Faults.Step.LOGIN, Duration.ofSeconds(1));

        TestExecutionSummary summary = Plans.run(tenant.parameters(), AsksMeanwhileTestCase.class);

        assertThat(summary.getFailures()).isEmpty();
        assertThat(tenant.emulator().passwordPosts(EDITOR)).isEqualTo(1);
    }

    static class AsksMeanwhileTestCase {

        @BeforeAll
        static void isUnderWay() {
            await().atMost(LIMIT).until(() -> !emulator().requests().isEmpty());
            assertThat(emulator().codeRedemptions()).isZero();
        }

        @Test
        void asks(@OsduRefreshToken AccessToken token) {
            assertThat(token).isNotNull();
        }
    }

    @Test
    void aRefusedPasswordIsToldByTheTestAndSentOnce() {
        tenant.password("wrong");

        TestExecutionSummary summary = Plans.run(tenant.parameters(), RefusedTestCase.class);

        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(summary.getFailures().get(0).getException())
                .rootCause()
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_CREDENTIALS));
        assertThat(tenant.emulator().passwordPosts(EDITOR)).isEqualTo(1);
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class RefusedTestCase {

        @Test
        @Order(1)
        void isNotDisturbed() {
            await().atMost(LIMIT).until(() -> emulator().passwordPosts(EDITOR) == 1);
        }

        @Test
        @Order(2)
        void isToldWhy(@OsduRefreshToken AccessToken token) {
            assertThat(token).isNull();
        }
    }

    @Test
    void nothingIsSentForAPlanThatIsNotRun() {
        tenant.with("junit.platform.execution.dryRun.enabled", "true");

        assertThat(PrefetchListener.isRun(Plans.discover(tenant.parameters(), TwoUsersTestCase.class)))
                .isFalse();
        assertThat(PrefetchListener.isRun(Plans.discover(Map.of(), TwoUsersTestCase.class)))
                .isTrue();
        assertThat(tenant.emulator().requests()).isEmpty();
    }

    @Test
    void withoutSettingsNothingHappens() {
        TestExecutionSummary summary = Plans.run(Map.of(), SkippedTestCase.class);

        assertThat(summary.getTestsSkippedCount()).isEqualTo(1);
        assertThat(summary.getFailures()).isEmpty();
    }

    static class SkippedTestCase {
        @Test
        void needsThem(@OsduRefreshToken(disabledWithoutCredentials = true) AccessToken token) {}
    }

    @Test
    void nothingGoesOnAfterThePlan() {
        tenant.emulator().faults().delay(Faults.Step.LOGIN, LIMIT);

        TestExecutionSummary summary = Plans.run(tenant.parameters(), GivenUpTestCase.class);

        assertThat(summary.getTotalFailureCount()).isEqualTo(1);
        await().atMost(LIMIT.dividedBy(2)).until(() -> threads().isEmpty());
        assertThat(tenant.emulator().codesIssued()).isZero();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter("osdu-prefetch"::equals)
                .toList();
    }

    static class GivenUpTestCase {

        @BeforeAll
        static void failsWhileASignInIsUnderWay() {
            await().atMost(LIMIT)
                    .until(() -> emulator().passwordPosts(EDITOR) == 1
                            || emulator().submissions().containsKey("GetCredentialType"));
            throw new IllegalStateException("on purpose");
        }

        @Test
        void neverAsks(@OsduRefreshToken AccessToken token) {}
    }
}
