package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.Client;
import io.github.osdutoken.ClientCertificate;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.Faults.Failure;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.emulator.Quirk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way every work account goes, and what can go wrong on it, at an Entra ID that is as awkward as the real one. */
class EntraSignInTests {

    private final Emulator emulator = Emulator.start();
    private final TenantUser editor = TenantUser.of(emulator, "editor");

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void goesFromTheUserNameToTheTokens() {
        Tokens tokens = editor.signIn();

        assertThat(tokens.origin()).isEqualTo(TokenOrigin.SIGN_IN);
        assertThat(tokens.requiredRefreshToken().value()).isNotEmpty();
        assertThat(tokens.requiredIdToken().value()).isNotEmpty();
        assertSentOnce();
    }

    @Test
    void doesNotNeedTheStaySignedInPage() {
        emulator.faults().on(Quirk.NO_KMSI);

        editor.signIn();

        assertSentOnce();
    }

    @Test
    void takesNoPromptForARejection() {
        emulator.faults().on(Quirk.PASSWORD_PROMPTED);

        editor.signIn();

        assertSentOnce();
    }

    @Test
    void outlastsASlowTenant() {
        emulator.faults()
                .delay(Step.SCRIPT, Duration.ofSeconds(3))
                .delay(Step.CREDENTIAL_TYPE, Duration.ofSeconds(3))
                .delay(Step.LOGIN, Duration.ofSeconds(6))
                .delay(Step.KMSI, Duration.ofSeconds(3));

        editor.within(Duration.ofMinutes(2)).signIn();

        assertSentOnce();
    }

    @Test
    void submitsOnceThoughTheFormStaysDrawn() {
        emulator.faults().submitLag(Duration.ofMillis(2500));

        editor.signIn();

        assertSentOnce();
    }

    @Test
    void noticesThatAClickWasLost() {
        emulator.faults().lostClickWindow(Duration.ofMillis(800));

        editor.signIn();

        assertSentOnce();
    }

    @Test
    void outlastsHiccupsOfDiscoveryButNeverSendsACodeTwice() {
        emulator.faults().fail(Step.DISCOVERY, Failure.UNAVAILABLE, 1).fail(Step.TOKEN, Failure.DROPPED, 1);

        assertRefused(editor, Reason.UNAVAILABLE).hasMessageContaining("the code may have been used");

        assertThat(emulator.codeRedemptions()).isZero();
        assertThat(emulator.requests().stream().filter(r -> r.path().endsWith("/token")))
                .hasSize(1);
    }

    @Test
    void sendsAWrongPasswordOnce() {
        assertRefused(editor.withPassword("wrong"), Reason.INVALID_CREDENTIALS).hasMessageContaining("AADSTS50126");

        assertThat(emulator.passwordPosts()).isOne();
    }

    @Test
    void sendsNoPasswordForAnUnknownUser() {
        assertRefused(editor.withUsername("nobody@contoso.com"), Reason.INVALID_CREDENTIALS);

        assertThat(emulator.passwordPosts()).isZero();
    }

    @Test
    void takesNoFailedLookUpForAnUnknownUser() {
        emulator.faults().fail(Step.CREDENTIAL_TYPE, Failure.UNAVAILABLE, 10);
        assertRefused(editor, Reason.UNAVAILABLE).hasMessageContaining("could not ask its server about the user name");

        assertThat(emulator.passwordPosts()).isZero();
    }

    @Test
    void saysThatTheIssuerThrottlesThePages() {
        emulator.faults().fail(Step.AUTHORIZE, Failure.TOO_MANY_REQUESTS, 10);

        assertRefused(editor, Reason.THROTTLED).hasMessageContaining("answered 429 in place of a page");
    }

    @ParameterizedTest
    @EnumSource(Refused.class)
    void saysWhyAnAccountIsRefused(Refused how) {
        emulator.change(emulator.user("editor").with(how.condition));

        assertRefused(editor, how.reason);

        assertThat(emulator.passwordPosts()).isOne();
    }

    enum Refused {
        DISABLED(Condition.DISABLED, Reason.ACCOUNT_DISABLED),
        PASSWORD_EXPIRED(Condition.PASSWORD_EXPIRED, Reason.PASSWORD_EXPIRED),
        NOT_ASSIGNED(Condition.NOT_ASSIGNED, Reason.NOT_ASSIGNED);

        private final Condition condition;
        private final Reason reason;

        Refused(Condition condition, Reason reason) {
            this.condition = condition;
            this.reason = reason;
        }
    }

    @Test
    void saysThatTheRedirectUriIsNotRegisteredWithoutWaitingForIt() {
        assertRefused(
                        editor.withClient(client -> new Client(
                                client.id(), null, URI.create("http://localhost:8080/elsewhere"), client.scope())),
                        Reason.APP_REGISTRATION)
                .hasMessageContaining("AADSTS50011");
    }

    @Test
    void saysThatTheApplicationIsUnknown() {
        assertRefused(
                        editor.withClient(client -> new Client(
                                "11111111-2222-3333-4444-555555555555", null, client.redirectUri(), client.scope())),
                        Reason.APP_REGISTRATION)
                .hasMessageContaining("AADSTS700016");
    }

    @Test
    void saysThatAPublicClientHasNoSecret() {
        assertRefused(
                        editor.withClient(client -> new Client(
                                client.id(), new ClientSecret("secret"), client.redirectUri(), client.scope())),
                        Reason.APP_REGISTRATION)
                .hasMessageContaining("AADSTS700025");
    }

    @Test
    void signsInAsAConfidentialClientWithACertificate(@TempDir Path folder) throws Exception {
        ClientCertificate certificate =
                PfxFile.make(folder.resolve("client.pfx")).read();
        try (Emulator confidential = Emulator.builder()
                .clientCertificate(certificate.certificate())
                .accessTokenVersion(1)
                .start()) {
            Tokens tokens = TenantUser.of(confidential, "editor")
                    .withClient(client -> new Client(client.id(), certificate, client.redirectUri(), client.scope()))
                    .signIn();

            assertThat(tokens.origin()).isEqualTo(TokenOrigin.SIGN_IN);
            assertThat(confidential.codeRedemptions()).isOne();
        }
    }

    @Test
    void saysThatTheCertificateIsNotRegistered(@TempDir Path folder) throws Exception {
        ClientCertificate certificate =
                PfxFile.make(folder.resolve("client.pfx")).read();
        try (Emulator confidential = Emulator.builder().clientSecret("a-secret").start()) {
            assertRefused(
                            TenantUser.of(confidential, "editor")
                                    .withClient(client ->
                                            new Client(client.id(), certificate, client.redirectUri(), client.scope())),
                            Reason.APP_REGISTRATION)
                    .hasMessageContaining("AADSTS700027");
            assertThat(confidential.requests().stream().filter(r -> r.path().endsWith("/token")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {
                "NONCE_OMITTED",
                "NONCE_WRONG",
                "ISSUER_WRONG",
                "AUDIENCE_WRONG",
                "ID_TOKEN_EXPIRED",
                "SIGNATURE_WRONG"
            })
    void trustsNoIdTokenThatIsNotForThisSignIn(Quirk quirk) {
        emulator.faults().on(quirk);

        assertRefused(editor, Reason.PROTOCOL);
    }

    private void assertSentOnce() {
        assertThat(emulator.passwordPosts()).as("passwords sent").isOne();
        assertThat(emulator.codesIssued()).as("codes issued").isOne();
        assertThat(emulator.codeRedemptions()).as("codes redeemed").isOne();
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(TenantUser user, Reason reason) {
        return assertThatThrownBy(user::signIn)
                .isInstanceOfSatisfying(
                        SignInException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }
}
