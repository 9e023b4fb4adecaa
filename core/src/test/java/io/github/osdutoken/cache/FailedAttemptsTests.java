package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.osdutoken.Client;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TotpSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailedAttemptsTests {

    private static final String NAME = "editor@contoso.com";
    private static final Profile EDITOR = SampleProfile.of(NAME, "pass-1");
    private static final Attempt SIGN_IN = Attempt.signIn(EDITOR);
    private static final AccountFiles NO_FILES = AccountFiles.none(SIGN_IN.account());

    private final SettableClock clock = new SettableClock();
    private int tries;
    private final FailedAttempts failures = new FailedAttempts(clock);

    @ParameterizedTest
    @EnumSource
    void makeAFailedAttemptOnce(Reason reason) {
        SignInException first = failOf(SIGN_IN, reason);
        SignInException second = failOf(SIGN_IN, reason);

        assertThat(tries).isEqualTo(1);
        assertThat(second.reason()).isEqualTo(reason);
        assertThat(second).hasCause(first).isNotSameAs(first).hasSameClassAs(first);
    }

    @Test
    void sayThatItWasNotTriedAndWhatHappenedBefore() {
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);

        assertThat(failOf(SIGN_IN, Reason.INVALID_CREDENTIALS))
                .hasMessage("Not tried again before 2026-11-23T10:10:00Z, since it failed before: Trying failed: No."
                        + " Stop.");
    }

    @Test
    void doNotPileUpWhatHappenedBefore() {
        SignInException first = failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);

        assertThat(failOf(SIGN_IN, Reason.INVALID_CREDENTIALS)).hasCause(first);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_CREDENTIALS, 600",
        "CONSENT_REQUIRED, 600",
        "UNKNOWN_PAGE, 600",
        "CONFIGURATION, 600",
        "UNAVAILABLE, 30",
        "TIMEOUT, 30",
        "BROWSER_UNAVAILABLE, 30",
        "THROTTLED, 30"
    })
    void areForgottenInTime(Reason reason, int seconds) {
        failOf(SIGN_IN, reason);
        clock.move(Duration.ofSeconds(seconds).minusMillis(1));
        failOf(SIGN_IN, reason);
        assertThat(tries).isEqualTo(1);

        clock.move(Duration.ofMillis(1));
        failOf(SIGN_IN, reason);
        assertThat(tries).isEqualTo(2);
    }

    @Test
    void doNotLastLongerByBeingMet() {
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);
        clock.move(Duration.ofMinutes(9));
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);
        clock.move(Duration.ofMinutes(1));
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);

        assertThat(tries).isEqualTo(2);
    }

    @Test
    void areNotForgottenOverAnother() {
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);
        failOf(Attempt.signIn(SampleProfile.of("viewer@contoso.com", "pass-2")), Reason.INVALID_CREDENTIALS);
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);

        assertThat(tries).isEqualTo(2);
    }

    @Test
    void areNotKeptInAJvmThatLivesLong() {
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);
        clock.move(Duration.ofMinutes(10));

        failOf(Attempt.signIn(SampleProfile.of(NAME, "pass-2")), Reason.INVALID_CREDENTIALS);

        clock.move(Duration.ofMinutes(-5));
        assertThat(succeed(SIGN_IN)).as("when it would hold, were it kept").isEqualTo("done");
    }

    @Test
    void ofTheUserCountForEveryApplicationAndScope() {
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);

        failOf(Attempt.signIn(EDITOR.withScope("openid")), Reason.INVALID_CREDENTIALS);
        failOf(Attempt.signIn(SampleProfile.of("EDITOR@contoso.com", "pass-1")), Reason.INVALID_CREDENTIALS);
        failOf(
                Attempt.signIn(SampleProfile.of(
                        new TestUser(NAME, new Password("pass-1"), null, new RefreshToken("refresh-1")))),
                Reason.INVALID_CREDENTIALS);

        assertThat(tries).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSENT_REQUIRED", "MFA_REQUIRED", "MFA_REGISTRATION_REQUIRED"})
    void ofTheApplicationCountForThatOneOnly(Reason reason) {
        failOf(SIGN_IN, reason);

        assertThat(succeed(Attempt.signIn(EDITOR.withScope("openid")))).isEqualTo("done");
    }

    @Test
    void doNotHoldForAnotherUser() {
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);

        assertThat(succeed(Attempt.signIn(SampleProfile.of("viewer@contoso.com", "pass-1"))))
                .isEqualTo("done");
    }

    @Test
    void doNotHoldForACorrectedPassword() {
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);

        assertThat(succeed(Attempt.signIn(SampleProfile.of(NAME, "pass-2")))).isEqualTo("done");
    }

    @Test
    void doNotHoldForACorrectedTotpSecret() {
        failOf(SIGN_IN, Reason.MFA_REQUIRED);

        TestUser corrected = new TestUser(NAME, new Password("pass-1"), new TotpSecret("GEZDGNBV"), null);
        assertThat(succeed(Attempt.signIn(SampleProfile.of(corrected)))).isEqualTo("done");
    }

    @Test
    void doNotHoldForACorrectedClientSecret() {
        failOf(SIGN_IN, Reason.APP_REGISTRATION);

        Client client = EDITOR.client();
        Client corrected = new Client(client.id(), new ClientSecret("secret-2"), client.redirectUri(), client.scope());
        assertThat(succeed(Attempt.signIn(SampleProfile.of(EDITOR.user(), corrected, null))))
                .isEqualTo("done");
    }

    @Test
    void ofASignInDoNotKeepARefreshTokenFromBeingUsed() {
        failOf(SIGN_IN, Reason.INVALID_CREDENTIALS);

        assertThat(succeed(Attempt.refresh(EDITOR))).isEqualTo("done");
    }

    @Test
    void areForgivenAfterAnInterruption() {
        assertThatThrownBy(() -> failures.unlessFailed(SIGN_IN, NO_FILES, () -> {
                    Thread.currentThread().interrupt();
                    throw SignInException.of(Reason.TIMEOUT, "Trying", "Interrupted.", "Nothing.");
                }))
                .isInstanceOf(SignInException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(succeed(SIGN_IN)).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_CREDENTIALS", "UNKNOWN_PAGE"})
    void areNotForgivenWhenTheAnswerWasKnownBeforeAnInterruption(Reason reason, @TempDir Path folder) {
        Profile editor = SampleProfile.keptIn(folder, NAME, "pass-1");
        assertThatThrownBy(() -> failures.unlessFailed(Attempt.signIn(editor), AccountFiles.of(editor), () -> {
                    Thread.currentThread().interrupt();
                    throw SignInException.of(reason, "Trying", "No.", "Stop.");
                }))
                .isInstanceOf(SignInException.class);

        assertThat(Thread.interrupted()).isTrue();
        failOf(editor, reason);
        assertThat(tries).isZero();
        inAnotherProcess(editor);
        assertThat(tries).isEqualTo(reason == Reason.INVALID_CREDENTIALS ? 0 : 1);
    }

    @Test
    void ofARefreshTokenCountForTheApplicationThatItWasGivenTo() {
        failOf(Attempt.refresh(EDITOR), Reason.INVALID_CREDENTIALS);

        assertThat(succeed(Attempt.refresh(EDITOR.withScope("openid")))).isEqualTo("done");
    }

    @Test
    void doNotOutliveAClockThatWasWrong() {
        clock.move(Duration.ofDays(30));
        failOf(SIGN_IN, Reason.UNAVAILABLE);
        clock.move(Duration.ofDays(-30));

        assertThat(succeed(SIGN_IN)).isEqualTo("done");
    }

    @Test
    void includeDefects() {
        Supplier<String> defect = () -> {
            tries++;
            throw new IllegalStateException("Ours");
        };
        assertThatThrownBy(() -> failures.unlessFailed(SIGN_IN, NO_FILES, defect))
                .hasMessage("Ours");
        assertThatThrownBy(() -> failures.unlessFailed(SIGN_IN, NO_FILES, defect))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Not tried again before 2026-11-23T10:10:00Z, since it failed before: Ours")
                .hasRootCauseMessage("Ours");
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void printNoCredential() {
        assertThat(Attempt.signIn(SampleProfile.of(NAME, "canary")))
                .hasToString("Attempt[SIGN_IN, Account[editor@contoso.com at https://login.example/tenant/v2.0]]");
    }

    @Test
    void areKnownToOtherProcessesWhenTheIssuerRefused(@TempDir Path folder) {
        Profile editor = SampleProfile.keptIn(folder, NAME, "pass-1");
        failOf(editor, Reason.INVALID_CREDENTIALS);
        clock.move(Duration.ofMinutes(9));

        SignInException inAnotherProcess = inAnotherProcess(editor.withScope("openid"));

        assertThat(tries).isEqualTo(1);
        assertThat(inAnotherProcess.reason()).isEqualTo(Reason.INVALID_CREDENTIALS);
        assertThat(inAnotherProcess)
                .hasNoCause()
                .hasMessage("Not tried again before 2026-11-23T10:10:00Z, since it failed at 2026-11-23T10:00:00Z in"
                        + " another process ('osdu-token cache clear' has that forgotten): Trying failed: No. Stop.");

        clock.move(Duration.ofMinutes(1));
        assertThat(inAnotherProcess(editor)).hasMessage("Trying failed: No. Stop.");
    }

    @Test
    void areUnknownToOtherProcessesWithACorrectedPasswordOnceClearedAndFromTheFuture(@TempDir Path folder) {
        Profile editor = SampleProfile.keptIn(folder, NAME, "pass-1");
        failOf(editor, Reason.INVALID_CREDENTIALS);

        inAnotherProcess(SampleProfile.keptIn(folder, NAME, "pass-2"));
        assertThat(tries).isEqualTo(2);
        inAnotherProcess(editor);
        assertThat(tries).isEqualTo(2);

        clock.move(Duration.ofMillis(-1));
        inAnotherProcess(editor);
        assertThat(tries).isEqualTo(3);

        assertThat(CacheFolder.of(folder).clear(Duration.ofSeconds(1))).isEqualTo(3);
        inAnotherProcess(editor);
        assertThat(tries).isEqualTo(4);
    }

    @Test
    void ofOneApplicationAreKnownToOtherProcessesForThatOneOnly(@TempDir Path folder) {
        Profile editor = SampleProfile.keptIn(folder, NAME, "pass-1");
        failOf(editor, Reason.CONSENT_REQUIRED);
        failOf(editor.withScope("email"), Reason.APP_REGISTRATION);

        assertThat(inAnotherProcess(editor).reason()).isEqualTo(Reason.CONSENT_REQUIRED);
        assertThat(inAnotherProcess(editor.withScope("email")).reason()).isEqualTo(Reason.APP_REGISTRATION);
        assertThat(tries).isEqualTo(2);
        inAnotherProcess(editor.withScope("openid"));
        assertThat(tries).isEqualTo(3);
    }

    @Test
    void areUnknownToOtherProcessesWithACorrectedClientSecret(@TempDir Path folder) {
        failOf(withClientSecret(folder, "secret-1"), Reason.APP_REGISTRATION);

        inAnotherProcess(withClientSecret(folder, "secret-1"));
        assertThat(tries).isEqualTo(1);
        inAnotherProcess(withClientSecret(folder, "secret-2"));
        assertThat(tries).isEqualTo(2);
    }

    private static Profile withClientSecret(Path folder, String secret) {
        Profile editor = SampleProfile.keptIn(folder, NAME, "pass-1");
        Client client = editor.client();
        return new Profile(
                editor.name(),
                editor.issuer(),
                new Client(client.id(), new ClientSecret(secret), client.redirectUri(), client.scope()),
                editor.user(),
                editor.signIn(),
                editor.cache(),
                folder,
                null);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "TIMEOUT", "UNKNOWN_PAGE", "CONFIGURATION"})
    void ofThisMachineAreNoBusinessOfOtherProcesses(Reason reason, @TempDir Path folder) {
        Profile editor = SampleProfile.keptIn(folder, NAME, "pass-1");
        failOf(editor, reason);

        inAnotherProcess(editor);

        assertThat(tries).isEqualTo(2);
    }

    private SignInException failOf(Profile profile, Reason reason) {
        return failOf(failures, profile, reason);
    }

    /** Try with a memory of its own, as another process does; it fails if it is tried. */
    private SignInException inAnotherProcess(Profile profile) {
        return failOf(new FailedAttempts(clock), profile, Reason.INVALID_CREDENTIALS);
    }

    private SignInException failOf(FailedAttempts memory, Profile profile, Reason reason) {
        return catchThrowableOfType(
                SignInException.class,
                () -> memory.unlessFailed(Attempt.signIn(profile), AccountFiles.of(profile), () -> {
                    tries++;
                    throw SignInException.of(reason, "Trying", "No.", "Stop.");
                }));
    }

    private SignInException failOf(Attempt attempt, Reason reason) {
        return catchThrowableOfType(
                SignInException.class,
                () -> failures.unlessFailed(attempt, NO_FILES, () -> {
                    tries++;
                    throw SignInException.of(reason, "Trying", "No.", "Stop.");
                }));
    }

    private String succeed(Attempt attempt) {
        return failures.unlessFailed(attempt, NO_FILES, () -> "done");
    }
}
