package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraAccessTokenTests {

    private static final String ID = Entra.CLIENT_ID;
    private static final String OTHER_ID = "aaaaaaaa-8888-7777-6666-555555555555";
    private static final String USER = "editor@contoso.com";

    private final Entra entra = new Entra();

    EntraAccessTokenTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void takesAUsersTokenOfEitherVersion() {
        accepts(claims().build());
        accepts(claims().claim("preferred_username", null)
                .issuer("https://sts.windows.net/" + Entra.TENANT + "/")
                .claim("upn", "Editor@Contoso.com")
                .claim("unique_name", "another name")
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        // asked for, found
        "ID, ID",
        "ID, api://ID",
        "api://ID, ID",
        "https://energy.azure.com, https://energy.azure.com",
        "https://energy.azure.com, https://energy.azure.com/",
        "https://management.azure.com/, https://management.azure.com/",
        "api://osdu-tests, api://OSDU-tests",
        // an id and a URI may be one API: nobody but Entra ID can tell
        "https://energy.azure.com, OTHER_ID",
        "ID, https://energy.azure.com",
    })
    void takesAnAudienceThatMayBeTheOneAskedFor(String asked, String found) {
        accepts(claims().audience(filled(found)).build(), filled(asked) + "/.default openid", USER);
    }

    @ParameterizedTest
    @CsvSource({
        "ID, OTHER_ID",
        "ID, 00000003-0000-0000-c000-000000000000",
        "api://ID, api://OTHER_ID",
        "ID, api://OTHER_ID",
        "api://ID, OTHER_ID",
        "https://energy.azure.com, https://graph.microsoft.com",
        "api://osdu-tests, api://other-tests",
    })
    void explainsAnotherAudience(String asked, String found) {
        refuses(
                claims().audience(filled(found)).build(),
                "openid " + filled(asked) + "/.default https://later.example/.default",
                USER,
                Reason.APP_REGISTRATION,
                "It is for the API " + filled(found) + ", where osdu.scope asks for " + filled(asked)
                        + ". Name the application id of the OSDU instance (or https://energy.azure.com) first in"
                        + " osdu.scope, and check that the application may use it; if osdu.refresh-token is set, sign"
                        + " in anew.");
    }

    @Test
    void explainsATokenForNoApi() {
        refuses(
                claims().audience((String) null).build(),
                Reason.APP_REGISTRATION,
                "It is for no API: it has no claim aud, where osdu.scope asks for " + Entra.CLIENT_ID + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sts.windows.net/%s/", "https://login.microsoftonline.com/%s/v2.0"})
    void explainsAnotherTenantThatOnlyTheIssuerOfEitherVersionNames(String issuer) {
        refuses(
                claims().claim("tid", null).issuer(issuer.formatted(OTHER_ID)).build(),
                Reason.WRONG_TENANT,
                "It is for the tenant " + OTHER_ID + ", not " + Entra.TENANT + ".");
        accepts(claims().claim("tid", null)
                .issuer(issuer.formatted(Entra.TENANT))
                .build());
    }

    @Test
    void asksNothingOfAnAudienceWhenTheScopeNamesNoApi() {
        accepts(claims().audience("00000003-0000-0000-c000-000000000000").build(), "openid profile", USER);
    }

    @Test
    void explainsAnApplicationsToken() {
        refuses(
                claims().claim("scp", null)
                        .claim("preferred_username", null)
                        .claim("roles", List.of("ADME.ApplicationAccess"))
                        .build(),
                Reason.APP_REGISTRATION,
                "It is an application's own token, not a user's: it has no claim scp, and no user's name. Grant the"
                        + " application a delegated permission of the API (on ADME user_impersonation, under 'Expose an"
                        + " API'), consent to it, and name the API in osdu.scope as '<application id>/.default'.");
        refuses(
                claims().claim("idtyp", "app").build(),
                Reason.APP_REGISTRATION,
                "It is an application's own token, not a user's: its claim idtyp is app. Grant the");
    }

    @Test
    void explainsATokenThatDoesNotTellTheUser() {
        refuses(
                claims().claim("oid", null).build(),
                Reason.APP_REGISTRATION,
                "It has no claim oid, by which OSDU knows the user. Add profile to osdu.scope.");
    }

    @Test
    void explainsAnotherTenant() {
        refuses(
                claims().claim("tid", OTHER_ID).build(),
                Reason.WRONG_TENANT,
                "It is for the tenant " + OTHER_ID + ", not " + Entra.TENANT + ". Check osdu.tenant-id and"
                        + " osdu.username; if osdu.refresh-token is set, replace it by one of this tenant.");
    }

    @Test
    void explainsAnotherUser() {
        refuses(
                claims().claim("preferred_username", "admin@contoso.com").build(),
                Reason.CONFIGURATION,
                "It is for the user admin@contoso.com, where osdu.username is editor@contoso.com. If both are one user,"
                        + " set osdu.username to the user principal name. If not, replace osdu.refresh-token if it is"
                        + " set, or keep the machine's own user from being signed in by the browser.");
    }

    @Test
    void takesAnyUserWhenNoneIsExpectedOrTheTokenTellsNone() {
        accepts(claims().claim("preferred_username", "admin@contoso.com").build(), Entra.SCOPE, null);
        accepts(claims().claim("preferred_username", null).build());
    }

    @Test
    void knowsAGuest() {
        accepts(claims().claim("preferred_username", null)
                .claim("unique_name", "live.com#editor@contoso.com")
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "eyJhbGciOiJSUzI1NiJ9.bm90IEpTT04.c2ln", "a.b.c.d.e"})
    void leavesATokenAloneThatItCannotRead(String token) {
        assertThatCode(() -> refresh(token, entra.issuer(), Entra.SCOPE, USER)).doesNotThrowAnyException();
    }

    @Test
    void leavesAnUnsignedTokenAlone() {
        String unsigned = new PlainJWT(claims().claim("tid", OTHER_ID).build()).serialize();

        assertThatCode(() -> refresh(unsigned, entra.issuer(), Entra.SCOPE, USER))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesTheTokensOfOtherIssuersAlone() {
        String token =
                Entra.signed(new JWTClaimsSet.Builder().audience("account").build());

        assertThatCode(() -> refresh(token, "https://sso.example/realms/osdu", ID + "/.default", USER))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.microsoftonline.com",
                "https://login.microsoftonline.us",
                "https://login.partner.microsoftonline.cn",
                "http://127.0.0.1:40123"
            })
    void knowsEntraIdInEveryCloud(String authority) {
        assertThat(new IssuerName(authority + "/" + Entra.TENANT + "/v2.0").isEntra())
                .isTrue();
        assertThat(new IssuerName(authority + "/{tenantid}/v2.0").isEntra()).isTrue();
        assertThat(new IssuerName(authority + "/realms/osdu").isEntra()).isFalse();
        assertThat(new IssuerName(authority + "/" + Entra.TENANT).isEntra()).isFalse();
    }

    @Test
    void checksWhatAnExchangeGivesToo() {
        String token = Entra.signed(claims().claim("oid", null).build());
        entra.http.json(Entra.TOKEN, 200, answer(token));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> entra.tokenEndpoint(Entra.PUBLIC)
                        .exchange(
                                new AuthorizationCode("canary-code"),
                                new AuthorizationRequest(entra.server(), Entra.PUBLIC)))
                .withMessageContaining("It has no claim oid");
    }

    private JWTClaimsSet.Builder claims() {
        return entra.claims(null)
                .claim("scp", "User.Read")
                .claim("oid", "0b1ec7a1-0001-4d1a-a001-3d5c1f9e0001")
                .claim("preferred_username", USER);
    }

    private void accepts(JWTClaimsSet claims) {
        accepts(claims, Entra.SCOPE, USER);
    }

    private void accepts(JWTClaimsSet claims, String scope, @Nullable String username) {
        assertThatCode(() -> refresh(Entra.signed(claims), entra.issuer(), scope, username))
                .doesNotThrowAnyException();
    }

    private void refuses(JWTClaimsSet claims, Reason reason, String message) {
        refuses(claims, Entra.SCOPE, USER, reason, message);
    }

    private void refuses(JWTClaimsSet claims, String scope, @Nullable String username, Reason reason, String message) {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> refresh(Entra.signed(claims), entra.issuer(), scope, username))
                .withMessageStartingWith(
                        "Checking the access token from " + entra.server().tokenEndpoint() + " failed: " + message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private void refresh(String token, String issuer, String scope, @Nullable String username) {
        entra.http.clear(Entra.TOKEN).json(Entra.TOKEN, 200, answer(token));
        RefreshResult result = entra.tokenEndpoint(entra.server(issuer), Entra.PUBLIC.withScope(scope), username)
                .refresh(new RefreshToken("canary-refresh-token"));
        assertThat(result).isInstanceOf(RefreshResult.Refreshed.class);
    }

    private static String answer(String accessToken) {
        return net.minidev.json.JSONObject.toJSONString(
                Map.of("token_type", "Bearer", "expires_in", 3600, "access_token", accessToken));
    }

    private static String filled(String name) {
        return name.contains("OTHER_ID") ? name.replace("OTHER_ID", OTHER_ID) : name.replace("ID", ID);
    }
}
