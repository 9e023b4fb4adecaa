package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.osdutoken.Client;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer whose pages have no known ids: signed in by what HTML says of them, or not touched at all. */
@Tag("long")
class OidcProviderTests {

    private static final String PASSWORD = "p&ss \"1\" ü";
    private static OidcProvider provider;

    @BeforeAll
    static void start() throws Exception {
        provider = new OidcProvider(PASSWORD);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void signsInAndRefreshesAtItsOwnPagesAndOnceMoreWhenTheGrantIsRevoked() throws Exception {
        try (TokenSource source = TokenSource.of(profile(provider.own(), "default", PASSWORD, true))) {
            assertThat(source.freshTokens().origin()).isEqualTo(TokenOrigin.SIGN_IN);
            Tokens refreshed = Renewal.next(source);
            assertThat(refreshed.origin()).isEqualTo(TokenOrigin.REFRESH);

            revoke(refreshed.requiredRefreshToken().value());

            assertThat(Renewal.next(source).origin()).isEqualTo(TokenOrigin.SIGN_IN);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            labels            | f1,f2 right
            aria              | f1,f2 right
            decoys            | decoy,f1,f2 right
            registers         | f1,f2 right
            registers-plainly | f1,f2 right
            scripted          | f1,f2 right
            """)
    void fillsInTheRightForm(String shape, String posted) {
        assertThat(signIn(shape, PASSWORD).origin()).isEqualTo(TokenOrigin.SIGN_IN);
        assertThat(provider.posts(shape)).containsExactly(posted);
    }

    @Test
    void givesTheUserNameFirstWhereThatIsAllThatIsAskedFor() {
        signIn("steps", PASSWORD);

        assertThat(provider.posts("steps")).containsExactly("f1", "shown,f2 right");
    }

    @ParameterizedTest
    @MethodSource
    void typesNothingWhereItIsNotSure(String shape, Reason reason) {
        assertThatThrownBy(() -> signIn(shape, PASSWORD))
                .isInstanceOfSatisfying(
                        SignInException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
        assertThat(provider.posts(shape)).isEmpty();
    }

    static Stream<Arguments> typesNothingWhereItIsNotSure() {
        return Stream.of(
                arguments("two-forms", Reason.UNKNOWN_PAGE),
                arguments("elsewhere", Reason.UNTRUSTED_HOST),
                arguments("one-field-too-many", Reason.UNKNOWN_PAGE),
                arguments("only-registers", Reason.UNKNOWN_PAGE));
    }

    /** The one says so, in a language that nobody here reads; the other draws its form again. */
    @ParameterizedTest
    @ValueSource(strings = {"says-why", "says-nothing"})
    void sendsAWrongPasswordOnce(String shape) {
        assertThatThrownBy(() -> signIn(shape, "not the password"))
                .isInstanceOfSatisfying(
                        SignInException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(Reason.INVALID_CREDENTIALS))
                .hasMessageContaining("osdu.password");
        assertThat(provider.posts(shape)).containsExactly("f1,f2 wrong");
    }

    @Test
    void asksBeforeItGrants() {
        assertThatThrownBy(() -> TokenSource.of(profile(provider.shaped(), "asks", PASSWORD, false))
                        .freshTokens())
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONSENT_REQUIRED))
                .hasMessageContaining("osdu.accept-consent=true");
    }

    private static Tokens signIn(String shape, String password) {
        return TokenSource.of(profile(provider.shaped(), shape, password, true)).freshTokens();
    }

    private static void revoke(String refreshToken) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(provider.own() + "/token/revocation"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "client_id=default&token=" + URLEncoder.encode(refreshToken, StandardCharsets.UTF_8)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private static Profile profile(String issuer, String clientId, String password, boolean acceptConsent) {
        // A user for each shape, so that two of them can sign in at the same time.
        TestUser user = new TestUser(clientId + "@contoso.com", new Password(password), null, null);
        Client client = new Client(clientId, null, URI.create("http://localhost:8080"), "openid offline_access");
        return TenantUser.at(issuer, client, user, acceptConsent).profile();
    }
}
