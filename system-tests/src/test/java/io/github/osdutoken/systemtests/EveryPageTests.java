package io.github.osdutoken.systemtests;

import static io.github.osdutoken.emulator.EmulatorUser.Condition.*;
import static io.github.osdutoken.systemtests.EveryPageTests.Allow.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.Quirk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page a work account can meet: passed, or refused with the reason; and never a password too many. */
class EveryPageTests {

    enum Allow {
        OTHER_HOSTS,
        CONSENT_FOR_THE_USER,
        SKIPPING
    }

    private static final SecureRandom SEEDS = new SecureRandom();

    private final Emulator emulator = Emulator.start();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @MethodSource
    void passes(List<Condition> pages, Set<Allow> allowed) {
        meeting(pages, allowed).signIn();

        assertThat(emulator.codesIssued()).isOne();
        assertThat(emulator.passwordPosts()).as("passwords sent").isOne();
        assertThat(emulator.totpPosts()).as("one-time codes sent").isLessThanOrEqualTo(1);
    }

    static Stream<Arguments> passes() {
        return Stream.of(
                arguments(List.of(ACCOUNT_REMEMBERED), Set.of()),
                arguments(List.of(ACCOUNT_SPLIT), Set.of()),
                arguments(List.of(CREDENTIAL_PICKER_FIRST), Set.of()),
                arguments(List.of(PHONE_SIGN_IN_PREFERRED), Set.of()),
                arguments(List.of(USE_PASSWORD_INSTEAD), Set.of()),
                arguments(List.of(PASSKEY_PREFERRED), Set.of(OTHER_HOSTS)),
                arguments(List.of(FEDERATED_ADFS), Set.of(OTHER_HOSTS)),
                arguments(List.of(FEDERATED_ADFS_PAGINATED), Set.of(OTHER_HOSTS)),
                arguments(List.of(FEDERATED_ADFS_2), Set.of(OTHER_HOSTS)),
                arguments(List.of(FEDERATED_OTHER), Set.of(OTHER_HOSTS)),
                arguments(List.of(MFA_TOTP), Set.of()),
                arguments(List.of(MFA_PUSH, REMEMBER_MFA), Set.of()),
                arguments(List.of(MFA_NUMBER), Set.of()),
                arguments(List.of(MFA_METHOD_LIST), Set.of()),
                arguments(List.of(CONSENT), Set.of(CONSENT_FOR_THE_USER)),
                arguments(List.of(APP_CONFIRM, SSO_NOTICE), Set.of()),
                arguments(List.of(AUTO_POST), Set.of()),
                arguments(List.of(MORE_INFORMATION_SKIPPABLE), Set.of(SKIPPING)),
                arguments(List.of(AUTHENTICATOR_NUDGE), Set.of(SKIPPING)),
                arguments(
                        List.of(ACCOUNT_REMEMBERED, ACCOUNT_SPLIT, MFA_PUSH, AUTHENTICATOR_NUDGE, CONSENT, APP_CONFIRM),
                        Set.of(SKIPPING, CONSENT_FOR_THE_USER)));
    }

    @ParameterizedTest
    @MethodSource
    void refuses(List<Condition> pages, Set<Allow> allowed, Reason reason, int passwords, String message) {
        assertThatThrownBy(() -> meeting(pages, allowed).signIn())
                .isInstanceOfSatisfying(
                        SignInException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason))
                .hasMessageContaining(message);

        assertThat(emulator.codesIssued()).isZero();
        assertThat(emulator.passwordPosts()).as("passwords sent").isEqualTo(passwords);
    }

    static Stream<Arguments> refuses() {
        Set<Allow> nothing = Set.of();
        return Stream.of(
                arguments(List.of(PASSKEY_PREFERRED), nothing, Reason.UNTRUSTED_HOST, 0, "osdu.trusted-hosts="),
                arguments(
                        List.of(PASSKEY_ONLY),
                        Set.of(OTHER_HOSTS),
                        Reason.MFA_REQUIRED,
                        0,
                        "Give the test user a password"),
                arguments(List.of(FEDERATED_ADFS), nothing, Reason.UNTRUSTED_HOST, 0, "osdu.trusted-hosts="),
                arguments(List.of(FEDERATED_ADFS_PAGINATED), nothing, Reason.UNTRUSTED_HOST, 0, "osdu.trusted-hosts="),
                arguments(List.of(FEDERATED_ADFS_2), nothing, Reason.UNTRUSTED_HOST, 0, "osdu.trusted-hosts="),
                arguments(List.of(FEDERATED_OTHER), nothing, Reason.UNTRUSTED_HOST, 0, "osdu.trusted-hosts="),
                arguments(List.of(PERSONAL_ACCOUNT), nothing, Reason.WRONG_TENANT, 0, "work account"),
                arguments(List.of(PERSONAL_ACCOUNT_OLDER), nothing, Reason.WRONG_TENANT, 0, "work account"),
                arguments(List.of(MFA_METHODS_WITHOUT_TOTP), nothing, Reason.MFA_REQUIRED, 1, "OneWaySMS"),
                arguments(List.of(MFA_PHONE_CONFIRM), nothing, Reason.MFA_REQUIRED, 1, "phone number"),
                // Nobody waits for the phone, so what comes of the request there is never seen.
                arguments(List.of(MFA_DECLINED), nothing, Reason.MFA_REQUIRED, 1, "PhoneAppNotification"),
                arguments(List.of(MFA_TIMED_OUT), nothing, Reason.MFA_REQUIRED, 1, "PhoneAppNotification"),
                arguments(List.of(CONSENT), nothing, Reason.CONSENT_REQUIRED, 1, "osdu.accept-consent=true"),
                arguments(List.of(ADMIN_APPROVAL), nothing, Reason.ADMIN_CONSENT_REQUIRED, 1, "AADSTS90094"),
                arguments(List.of(MORE_INFORMATION), Set.of(SKIPPING), Reason.MFA_REGISTRATION_REQUIRED, 1, "by hand"),
                arguments(
                        List.of(MORE_INFORMATION_SKIPPABLE),
                        nothing,
                        Reason.MFA_REGISTRATION_REQUIRED,
                        1,
                        "14 days left"),
                arguments(
                        List.of(AUTHENTICATOR_NUDGE),
                        nothing,
                        Reason.MFA_REGISTRATION_REQUIRED,
                        1,
                        "osdu.skip-mfa-registration=true"),
                arguments(List.of(PASSWORD_EXPIRED), nothing, Reason.PASSWORD_EXPIRED, 1, "by hand"),
                arguments(List.of(SSPR_INTERRUPT), nothing, Reason.POLICY_BLOCKED, 1, "AADSTS50125"),
                arguments(List.of(CONDITIONAL_ACCESS), nothing, Reason.POLICY_BLOCKED, 1, "AADSTS53003"),
                arguments(List.of(ERROR_PAGE), nothing, Reason.WRONG_TENANT, 1, "AADSTS50020"),
                arguments(List.of(DEVICE_LOGIN), nothing, Reason.UNKNOWN_PAGE, 1, "is not one that is known"),
                arguments(List.of(TERMS_OF_USE), nothing, Reason.UNKNOWN_PAGE, 1, "is not one that is known"),
                arguments(List.of(UNKNOWN_PAGE), nothing, Reason.UNKNOWN_PAGE, 1, "ConvergedNovelty"));
    }

    @Test
    void doesNotNeedToReadThePage() {
        emulator.close();
        try (Emulator finnish = Emulator.builder().language("fi-FI").start()) {
            TenantUser.of(finnish, "editor").signIn();

            assertThat(finnish.passwordPosts()).isOne();
        }
    }

    @Test
    void knowsTheFluentIdsToo() {
        emulator.faults().on(Quirk.FLUENT_SIGN_IN);

        meeting(List.of(), Set.of()).signIn();

        assertThat(emulator.passwordPosts()).isOne();
    }

    @Test
    void reachesTheRedirectByScript() {
        emulator.faults().on(Quirk.REDIRECT_BY_SCRIPT);

        meeting(List.of(), Set.of()).signIn();

        assertThat(emulator.passwordPosts()).isOne();
    }

    @Test
    void goesOnOverAPageThatTheUsersOwnCatalogueKnows(@TempDir Path folder) throws IOException {
        Path pages = Files.writeString(folder.resolve("pages.json"), """
                [{"page": "novelty", "pageIds": ["ConvergedNovelty"], "shows": ["#idSIButton9"], "clicks": "#idSIButton9"}]""");
        TenantUser user = meeting(List.of(UNKNOWN_PAGE), Set.of());
        SignInOptions was = user.profile().signIn();

        user.with(new SignInOptions(
                        was.trustedHosts(),
                        false,
                        false,
                        pages,
                        was.browser(),
                        true,
                        null,
                        was.timeout(),
                        was.trace(),
                        null))
                .signIn();

        assertThat(emulator.codesIssued()).isOne();
    }

    @Test
    void asksForTheSecretOfACodeItCannotMake() {
        TenantUser user = meeting(List.of(MFA_TOTP), Set.of()).withoutTotpSecret();

        assertThatThrownBy(user::signIn)
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MFA_REQUIRED))
                .hasMessageContaining("OSDU_TOTP_SECRET");
        assertThat(emulator.totpPosts()).isZero();
    }

    @Test
    void sendsAWrongCodeOnce() {
        TenantUser user = meeting(List.of(MFA_TOTP), Set.of()).withTotpSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");

        assertThatThrownBy(user::signIn)
                .isInstanceOfSatisfying(
                        SignInException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(Reason.MFA_REJECTED));
        assertThat(emulator.totpPosts()).isOne();
    }

    private TenantUser meeting(List<Condition> pages, Set<Allow> allowed) {
        // A seed of its own for each test: an account's codes are given once in 30 seconds.
        emulator.change(emulator.user("editor")
                .withTotpSecret(new Base32().encodeToString(SEEDS.generateSeed(20)))
                .with(pages.toArray(new Condition[0])));
        SignInOptions defaults = SignInOptions.DEFAULTS;
        Set<String> hosts = allowed.contains(OTHER_HOSTS)
                ? Set.of(
                        emulator.federationAuthority().getAuthority(),
                        emulator.loginMicrosoftCom().getAuthority())
                : Set.of();
        return TenantUser.of(emulator, "editor")
                .with(new SignInOptions(
                        hosts,
                        allowed.contains(CONSENT_FOR_THE_USER),
                        allowed.contains(SKIPPING),
                        null,
                        defaults.browser(),
                        true,
                        null,
                        Duration.ofMinutes(2),
                        TraceMode.OFF,
                        null));
    }
}
