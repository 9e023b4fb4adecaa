package io.github.osdutoken.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.osdutoken.Client;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks into an access token of Entra ID's for what OSDU would refuse it for: an application's token in place of a user's,
 * another user's, another tenant's, one for another API.
 *
 * <p>An access token is its API's business, not its client's. So only what can be told is told: a token that cannot be
 * read is left alone, and so is an audience that may be another name of the one that was asked for.
 */
final class EntraAccessToken {

    private static final List<String> NAMES = List.of("upn", "preferred_username", "unique_name", "email");

    private final AuthorizationServer server;
    private final Client client;
    private final @Nullable String username;

    /**
     * Say what tokens are expected.
     *
     * @param username the user principal name of the user they are to be for, or {@code null} for anyone's
     */
    EntraAccessToken(AuthorizationServer server, Client client, @Nullable String username) {
        this.server = server;
        this.client = client;
        this.username = username;
    }

    /** Check a token, if it is Entra ID's and can be read. */
    void check(String token) {
        if (!new IssuerName(server.issuer()).isEntra()) {
            return;
        }
        JWTClaimsSet claims;
        try {
            claims = JoseParser.signedJwt(token).getJWTClaimsSet();
        } catch (ParseException e) {
            return; // opaque or encrypted: for the API's eyes only
        }
        tenant(claims);
        user(claims);
        name(claims);
        audience(claims);
    }

    private void tenant(JWTClaimsSet claims) {
        new IssuerName(server.issuer())
                .tenantId()
                .ifPresent(expected -> tenants(claims)
                        .filter(found -> !found.equalsIgnoreCase(expected))
                        .findFirst()
                        .ifPresent(found -> {
                            throw wrong(
                                    Reason.WRONG_TENANT,
                                    "It is for the tenant " + ServerText.quote(found) + ", not " + expected + ".",
                                    "Check osdu.tenant-id and osdu.username; if osdu.refresh-token is set, replace it"
                                            + " by one of this tenant.");
                        }));
    }

    /** Return what the token says of its tenant, once by itself and once in the issuer's name, of either version. */
    private static Stream<String> tenants(JWTClaimsSet claims) {
        return Stream.concat(
                Stream.ofNullable(text(claims, "tid")),
                Stream.ofNullable(text(claims, "iss")).flatMap(issuer -> new IssuerName(issuer).tenantId().stream()));
    }

    private void user(JWTClaimsSet claims) {
        boolean named = text(claims, "scp") != null || names(claims).findAny().isPresent();
        if (!named || "app".equals(text(claims, "idtyp"))) {
            throw wrong(
                    Reason.APP_REGISTRATION,
                    "It is an application's own token, not a user's: "
                            + (named ? "its claim idtyp is app." : "it has no claim scp, and no user's name."),
                    "Grant the application a delegated permission of the API (on ADME user_impersonation, under 'Expose"
                            + " an API'), consent to it, and name the API in osdu.scope as '<application id>/.default'.");
        }
        if (text(claims, "oid") == null) {
            throw wrong(
                    Reason.APP_REGISTRATION,
                    "It has no claim oid, by which OSDU knows the user.",
                    "Add profile to osdu.scope.");
        }
    }

    private void name(JWTClaimsSet claims) {
        String expected = username;
        List<String> found = names(claims).toList();
        if (expected != null
                && !found.isEmpty()
                // Guests from elsewhere have the provider before the name: live.com#ada@example.com.
                && found.stream()
                        .noneMatch(name ->
                                name.substring(name.lastIndexOf('#') + 1).equalsIgnoreCase(expected.strip()))) {
            throw wrong(
                    Reason.CONFIGURATION,
                    "It is for the user " + ServerText.quote(found.get(0)) + ", where osdu.username is " + expected
                            + ".",
                    "If both are one user, set osdu.username to the user principal name. If not, replace"
                            + " osdu.refresh-token if it is set, or keep the machine's own user from being signed in"
                            + " by the browser.");
        }
    }

    private void audience(JWTClaimsSet claims) {
        Optional<String> expected = resource();
        List<String> found = claims.getAudience();
        if (expected.isPresent() && found.stream().noneMatch(audience -> maySameApi(audience, expected.get()))) {
            throw wrong(
                    Reason.APP_REGISTRATION,
                    (found.isEmpty()
                                    ? "It is for no API: it has no claim aud"
                                    : "It is for the API " + ServerText.quote(String.join(", ", found)))
                            + ", where osdu.scope asks for " + expected.get() + ".",
                    "Name the application id of the OSDU instance (or https://energy.azure.com) first in osdu.scope,"
                            + " and check that the application may use it; if osdu.refresh-token is set, sign in anew.");
        }
    }

    /** Return the API that the scope asks for first; Entra ID gives a token for that one. */
    private Optional<String> resource() {
        return Stream.of(client.scope().strip().split("\\s+"))
                .filter(value -> value.lastIndexOf('/') > 0)
                .map(value -> value.substring(0, value.lastIndexOf('/')))
                .findFirst();
    }

    /**
     * Tell whether two names may be of one API. A token bears the name that was asked for, or the API's application id,
     * depending on its version. So two ids can be told apart, and two URIs, but not an id and a URI.
     */
    private static boolean maySameApi(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        return first.equals(second) || IssuerName.isTenantId(first) != IssuerName.isTenantId(second);
    }

    /** An id may be written as {@code api://id}, and a URI with or without a slash at its end. */
    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
        return plain.startsWith("api://") && IssuerName.isTenantId(plain.substring(6)) ? plain.substring(6) : plain;
    }

    private static Stream<String> names(JWTClaimsSet claims) {
        return NAMES.stream().map(name -> text(claims, name)).flatMap(Stream::ofNullable);
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private SignInException wrong(Reason reason, String found, String next) {
        URI from = server.tokenEndpoint();
        return SignInException.of(reason, "Checking the access token from " + from, found, next);
    }
}
