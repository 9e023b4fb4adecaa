package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.osdutoken.Client;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.TotpSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keycloak's own pages, in German: passed, or refused with the reason and what to do. */
@Tag("long")
@ExtendWith(Keycloak.Shared.class)
class KeycloakPagesTests {

    private static final String TOTP_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // 12345678901234567890 in ASCII
    private static final String OFFLINE = "openid profile offline_access";
    private static Keycloak keycloak;

    @BeforeAll
    static void start(Keycloak shared) {
        keycloak = shared;
    }

    @Test
    void passesAConfidentialClientsSecretOn() {
        Tokens tokens = TokenSource.of(profile(
                        client("osdu-token-secret", new ClientSecret("A&Secret \"3\" ü"), OFFLINE), user("ada"), false))
                .freshTokens();

        assertThat(tokens.origin()).isEqualTo(TokenOrigin.SIGN_IN);
        assertThat(tokens.refreshToken()).isNotNull();
    }

    @Test
    void grantsConsentWhereThatIsAllowed() {
        Client asking = client("osdu-token-consent", null, OFFLINE);

        assertThatThrownBy(() ->
                        TokenSource.of(profile(asking, user("ada"), false)).freshTokens())
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONSENT_REQUIRED))
                .hasMessageContaining("osdu.accept-consent=true");
        assertThat(TokenSource.of(profile(asking, user("ada"), true))
                        .freshTokens()
                        .origin())
                .isEqualTo(TokenOrigin.SIGN_IN);
    }

    @Test
    void goesStepByStep() {
        TestUser barbara = new TestUser("barbara", password(2), new TotpSecret(TOTP_SECRET), null);

        Tokens tokens = TokenSource.of(profile(client("osdu-token-stepwise", null, OFFLINE), barbara, false))
                .freshTokens();

        assertThat(tokens.origin()).isEqualTo(TokenOrigin.SIGN_IN);
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String username, Reason reason, String message) {
        assertThatThrownBy(() -> TokenSource.of(profile(client("osdu-token", null, OFFLINE), user(username), false))
                        .freshTokens())
                .isInstanceOfSatisfying(
                        SignInException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                arguments("new-password", Reason.PASSWORD_EXPIRED, "UPDATE_PASSWORD"),
                arguments("new-totp", Reason.MFA_REGISTRATION_REQUIRED, "CONFIGURE_TOTP"),
                arguments("no-profile", Reason.POLICY_BLOCKED, "VERIFY_PROFILE"),
                arguments("terms", Reason.POLICY_BLOCKED, "TERMS_AND_CONDITIONS"),
                // The realm has no mail server, which Keycloak's page says in German.
                arguments("no-email", Reason.POLICY_BLOCKED, "E-Mail"),
                arguments("disabled", Reason.ACCOUNT_DISABLED, "gesperrt"));
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrongWithTheClient(Client client, String message) {
        assertThatThrownBy(() ->
                        TokenSource.of(profile(client, user("ada"), false)).freshTokens())
                .isInstanceOfSatisfying(
                        SignInException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(Reason.APP_REGISTRATION))
                .hasMessageContaining(message);
    }

    static Stream<Arguments> saysWhatIsWrongWithTheClient() {
        return Stream.of(
                arguments(client("nobodys", null, OFFLINE), "osdu.client-id"),
                arguments(
                        new Client("osdu-token", null, URI.create("http://localhost:8089/other"), OFFLINE),
                        "redirect_uri"),
                arguments(client("osdu-token", null, "openid nonsense"), "osdu.scope"));
    }

    /** Keycloak shows a locked user the same page as one with a wrong password, so that is what is reported. */
    @Test
    void hintsAtALockWhereAWrongPasswordIsReported() {
        Client client = client("osdu-token", null, OFFLINE);
        TestUser wrong = new TestUser("lee", new Password("not the password"), null, null);

        for (TestUser user : new TestUser[] {wrong, user("lee")}) {
            assertThatThrownBy(
                            () -> TokenSource.of(profile(client, user, false)).freshTokens())
                    .isInstanceOfSatisfying(
                            SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_CREDENTIALS))
                    .hasMessageContaining("locked");
        }

        assertThat(keycloak.failures("LOGIN_ERROR", "lee")).isEqualTo(2);
    }

    @Test
    void signsInOnceWhenItsRefreshTokenIsNoLongerTaken() throws Exception {
        String clientId = "osdu-token-short";
        try (TokenSource source = TokenSource.of(profile(client(clientId, null, OFFLINE), user("ada"), false))) {
            source.freshTokens();
            Tokens refreshed = Renewal.next(source);
            assertThat(refreshed.origin()).isEqualTo(TokenOrigin.REFRESH);

            keycloak.revoke(clientId, refreshed.requiredRefreshToken().value());
            assertThat(Renewal.next(source).origin()).isEqualTo(TokenOrigin.SIGN_IN);
            assertThat(Renewal.next(source).origin()).isEqualTo(TokenOrigin.REFRESH);
        }
    }

    @Test
    void signsInOnceWhenAnAdministratorHasSignedTheUserOut() throws Exception {
        try (TokenSource source =
                TokenSource.of(profile(client("osdu-token-short", null, OFFLINE), user("edith"), false))) {
            source.freshTokens();
            long second = Instant.now().getEpochSecond();

            // Keycloak refuses what was given in a second before the one of the sign-out, and not in the same one.
            Eventually.within(Duration.ofSeconds(10), () -> Instant.now().getEpochSecond() > second);
            keycloak.signOut("edith");

            assertThat(Renewal.next(source).origin()).isEqualTo(TokenOrigin.SIGN_IN);
        }
    }

    /** Without offline_access a refresh token lives as long as the session that it was given in. */
    @Test
    void signsInOnceWhenTheSessionHasEnded() throws Exception {
        String clientId = "osdu-token-short";
        try (TokenSource source = TokenSource.of(profile(client(clientId, null, "openid"), user("ada"), false))) {
            Tokens first = source.freshTokens();

            keycloak.endSession(clientId, first.requiredIdToken().value());

            assertThat(Renewal.next(source).origin()).isEqualTo(TokenOrigin.SIGN_IN);
        }
    }

    private static Client client(String id, ClientSecret secret, String scope) {
        return new Client(id, secret, URI.create("http://localhost:8080"), scope);
    }

    private static TestUser user(String name) {
        return new TestUser(name, password(1), null, null);
    }

    private static Password password(int number) {
        return new Password("Keycloak&Test \"" + number + "\" ü");
    }

    private static Profile profile(Client client, TestUser user, boolean acceptConsent) {
        return TenantUser.at(keycloak.issuer(), client, user, acceptConsent).profile();
    }
}
