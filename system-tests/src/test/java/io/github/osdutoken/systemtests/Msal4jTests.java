package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.github.osdutoken.ClientCertificate;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Microsoft's client for Java at the emulator, with our browser before it. */
@Tag("long")
class Msal4jTests {

    private static final String SECRET = "a-secret";

    private static HttpsEmulator open;
    private static HttpsEmulator confidential;
    private static ClientCertificate certificate;

    @BeforeAll
    static void start() throws Exception {
        certificate = PfxFile.make(Path.of("target", "msal4j.pfx")).read();
        open = new HttpsEmulator(Emulator.builder());
        confidential =
                new HttpsEmulator(Emulator.builder().clientSecret(SECRET).clientCertificate(certificate.certificate()));
    }

    @AfterAll
    static void stop() {
        open.close();
        confidential.close();
    }

    @Test
    void redeemsACodeRefreshesAndSeesThatASecondFactorIsWanted() throws Exception {
        EmulatorUser editor = open.emulator().user("editor");
        Redeemed first = redeem("editor");

        IAuthenticationResult result = first.result();
        assertThat(result.account().username()).isEqualTo(editor.username());
        assertThat(result.account().homeAccountId())
                .isEqualTo(editor.objectId() + "." + open.emulator().tenantId());
        assertThat(claims(result.idToken()).getStringClaim("nonce")).isEqualTo("a-nonce");
        assertThat(first.refresh().accessToken()).isNotEqualTo(result.accessToken());

        open.emulator().change(editor.with(Condition.MFA_TOTP));
        MsalInteractionRequiredException wanted = failure(first::refresh, MsalInteractionRequiredException.class);
        assertThat(wanted.reason().toString()).isEqualToIgnoringCase("BASIC_ACTION");
        assertThat(wanted.getMessage()).startsWith("AADSTS50076: ");
        assertThat(wanted.claims()).contains("polids");
        open.emulator().change(editor);
    }

    /** With a refresh token of its own: for two minutes MSAL repeats what it was told of one. */
    @Test
    void seesThatItsRefreshTokenIsRevokedAndItsCodeSpent() throws Exception {
        Redeemed first = redeem("viewer");

        open.emulator().revokeRefreshTokens(open.emulator().user("viewer").username());

        assertThat(failure(first::refresh, MsalInteractionRequiredException.class))
                .hasMessageStartingWith("AADSTS50173: ");
        assertThat(failure(() -> first.client().acquireToken(first.code()).join(), MsalServiceException.class))
                .hasMessageStartingWith("AADSTS54005: ");
    }

    /** A client with the tokens that it has got for a code. */
    private record Redeemed(
            PublicClientApplication client, AuthorizationCodeParameters code, IAuthenticationResult result) {

        IAuthenticationResult refresh() throws Exception {
            return client.acquireTokenSilently(SilentParameters.builder(Set.of(open.scope()), result.account())
                            // With the account it keeps the authority's host, and not its port.
                            .authorityUrl(open.tenant() + "/")
                            .forceRefresh(true)
                            .build())
                    .join();
        }
    }

    private static Redeemed redeem(String user) throws Exception {
        PublicClientApplication client = PublicClientApplication.builder(
                        open.emulator().clientId())
                .authority(open.tenant() + "/")
                .validateAuthority(false)
                .sslSocketFactory(open.sockets())
                .build();
        CodeVerifier verifier = new CodeVerifier();
        String request = client.getAuthorizationRequestUrl(
                        AuthorizationRequestUrlParameters.builder(HttpsEmulator.REDIRECT_URI, Set.of(open.scope()))
                                .codeChallenge(CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                        .getValue())
                                .codeChallengeMethod("S256")
                                .nonce("a-nonce")
                                .build())
                .toString();
        AuthorizationCodeParameters code = AuthorizationCodeParameters.builder(
                        open.authorize(user, request).code(), URI.create(HttpsEmulator.REDIRECT_URI))
                .scopes(Set.of(open.scope()))
                .codeVerifier(verifier.getValue())
                .build();
        return new Redeemed(client, code, client.acquireToken(code).join());
    }

    @Test
    void getsATokenForItselfWithASecret() throws Exception {
        JWTClaimsSet claims = claims(tokenOfItsOwn(ClientCredentialFactory.createFromSecret(SECRET)));

        assertThat(claims.getAudience()).containsExactly(confidential.emulator().clientId());
        assertThat(claims.getStringClaim("azp"))
                .isEqualTo(confidential.emulator().clientId());
        assertThat(claims.getSubject()).isEqualTo(claims.getStringClaim("oid"));
        assertThat(claims.getClaim("scp")).isNull();
    }

    @Test
    void getsATokenForItselfWithACertificate() throws Exception {
        String token = tokenOfItsOwn(
                ClientCredentialFactory.createFromCertificate(certificate.privateKey(), certificate.certificate()));

        assertThat(claims(token).getStringClaim("azp"))
                .isEqualTo(confidential.emulator().clientId());
    }

    @Test
    void seesThatItsSecretIsWrong() {
        MsalServiceException refused = failure(
                () -> tokenOfItsOwn(ClientCredentialFactory.createFromSecret("wrong")), MsalServiceException.class);

        assertThat(refused.errorCode()).isEqualTo("invalid_client");
        assertThat(refused.getMessage()).startsWith("AADSTS7000215: ");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.correlationId()).isNotEmpty();
    }

    private static String tokenOfItsOwn(IClientCredential credential) throws Exception {
        return ConfidentialClientApplication.builder(confidential.emulator().clientId(), credential)
                .authority(confidential.tenant() + "/")
                .validateAuthority(false)
                .sslSocketFactory(confidential.sockets())
                .build()
                .acquireToken(ClientCredentialParameters.builder(Set.of(confidential.scope()))
                        .build())
                .join()
                .accessToken();
    }

    private static JWTClaimsSet claims(String token) throws java.text.ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static <T extends Throwable> T failure(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Class<T> type) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(CompletionException.class).cause().isInstanceOf(type);
        return type.cast(thrown.getCause());
    }
}
