package io.github.osdutoken.emulator;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.github.osdutoken.emulator.entra.OtherHosts;
import io.github.osdutoken.emulator.entra.SignInPages;
import io.github.osdutoken.emulator.entra.Submissions;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.http.WebServer;
import io.github.osdutoken.emulator.oauth.AuthorizationCodes;
import io.github.osdutoken.emulator.oauth.ProtocolEndpoints;
import io.github.osdutoken.emulator.oauth.RefreshTokens;
import io.github.osdutoken.emulator.oauth.SigningKey;
import io.github.osdutoken.emulator.oauth.Tenant;
import io.github.osdutoken.emulator.osdu.OsduApi;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entra ID's sign-in and a small OSDU API, on loopback, until closed. For tests only.
 *
 * <p>The tenant is {@code contoso.com}; its users are {@code editor}, {@code viewer}, {@code admin} and {@code
 * no-access}, each with the settings that {@link #settings} returns. Several emulators can run at once.
 */
public final class Emulator implements AutoCloseable {

    private final Faults faults = new Faults();
    private final Submissions submissions = new Submissions();
    private final SigningKey key = SigningKey.generate();
    private final Traffic traffic;
    private final Tenant tenant;
    private final AuthorizationCodes codes;
    private final RefreshTokens refreshTokens;
    private final WebServer server;
    private final OtherHosts otherHosts;

    Emulator(EmulatorBuilder builder) {
        traffic = new Traffic(builder.clock);
        otherHosts = new OtherHosts(traffic);
        codes = new AuthorizationCodes(builder.clock, builder.codeLifetime);
        refreshTokens = new RefreshTokens(builder.clock, builder.refreshTokenLifetime);
        server = WebServer.bind(builder.port);
        tenant = new Tenant(
                server.uri(), Contoso.TENANT_ID, Contoso.DOMAIN, List.copyOf(builder.users), List.of(builder.app));
        server.serve(routes(builder), traffic);
    }

    private Routes routes(EmulatorBuilder builder) {
        Routes routes = new Routes();
        new SignInPages(
                        tenant,
                        codes,
                        submissions,
                        builder.lockoutThreshold,
                        builder.language,
                        otherHosts,
                        faults,
                        builder.clock)
                .mount(routes);
        new ProtocolEndpoints(tenant, key, builder.tokenPolicy(), codes, refreshTokens, faults, builder.clock)
                .mount(routes);
        new OsduApi(
                        new ImmutableJWKSet<>(publicKeys()),
                        issuers(),
                        audiences(),
                        builder.clock,
                        Contoso.PARTITION,
                        groups())
                .mount(routes);
        return routes;
    }

    /** Start an emulator on a free port. */
    public static Emulator start() {
        return builder().start();
    }

    /** Say what an emulator shall be like. */
    public static EmulatorBuilder builder() {
        return new EmulatorBuilder();
    }

    /** Return the address, such as {@code http://127.0.0.1:40123}; also that of the OSDU API. */
    public URI authority() {
        return tenant.authority();
    }

    /**
     * Return the address of the pages that are not the issuer's: AD FS, {@code login.live.com}, {@code
     * mysignins.microsoft.com}, … It listens from now on.
     */
    public URI federationAuthority() {
        return otherHosts.authority();
    }

    /** Return the address that stands for {@code login.microsoft.com}, where passkeys are asked for. */
    public URI loginMicrosoftCom() {
        return otherHosts.loginMicrosoftCom(tenant);
    }

    /** Return the tenant id. */
    public String tenantId() {
        return tenant.id();
    }

    /** Return the issuer of ID tokens: authority, tenant id, {@code v2.0}. */
    public URI issuer() {
        return URI.create(tenant.issuer());
    }

    /** Return the id of the registered application. */
    public String clientId() {
        return tenant.apps().get(0).clientId();
    }

    /** Return the secret of the registered application, or {@code null} when it is a public client. */
    public @Nullable String clientSecret() {
        return tenant.apps().get(0).clientSecret();
    }

    /** Return who can sign in. */
    public List<EmulatorUser> users() {
        return tenant.users();
    }

    /**
     * Return the user who signs in for a profile.
     *
     * @param profile the part of a user name before the {@code @}, or {@code default} for {@code editor}
     * @throws IllegalArgumentException if there is no such user; the message names the profiles there are
     */
    public EmulatorUser user(String profile) {
        String name = profile.equals("default") ? "editor" : profile;
        return tenant.users().stream()
                .filter(one -> one.profile().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The emulator has no user for the profile " + profile
                        + ". It has: default, "
                        + tenant.users().stream().map(EmulatorUser::profile).collect(Collectors.joining(", ")) + "."));
    }

    /** Return what goes wrong; to be changed at any time. */
    public Faults faults() {
        return faults;
    }

    /**
     * Return the settings with which a profile's user signs in here.
     *
     * @param profile the part of a user name before the {@code @}, or {@code default} for {@code editor}
     * @return values by key, the password and the TOTP seed among them
     * @throws IllegalArgumentException if there is no such user; the message names the profiles there are
     */
    public Map<String, String> settings(String profile) {
        return ProfileSettings.of(this, user(profile));
    }

    /** Return the requests answered so far, oldest first. */
    public List<RecordedRequest> requests() {
        return traffic.all();
    }

    /** Return how often a password was sent, for whomever. */
    public int passwordPosts() {
        return submissions.passwords();
    }

    /** Return how often a password was sent for one user name, known or not. */
    public int passwordPosts(String username) {
        return submissions.passwords(username);
    }

    /** Return how often a one-time code was sent, for whomever. */
    public int totpPosts() {
        return submissions.codes();
    }

    /** Return how often a one-time code was sent for one user name. */
    public int totpPosts(String username) {
        return submissions.codes(username);
    }

    /**
     * Return how often each page's forms and questions were sent, by PageID: {@code ConvergedSignIn} (the password),
     * {@code GetCredentialType} (the user name), {@code ConvergedTFA}, {@code KmsiInterrupt}, …
     */
    public Map<String, Integer> submissions() {
        return submissions.pages();
    }

    /** Return how many authorization codes were handed out. */
    public int codesIssued() {
        return codes.issued();
    }

    /** Return how many authorization codes were turned into tokens. */
    public int codeRedemptions() {
        return codes.redeemed();
    }

    /** Return how often a refresh token was turned into tokens. */
    public int refreshes() {
        return refreshTokens.uses();
    }

    /** End all refresh tokens that a user has now, as a password reset does. */
    public void revokeRefreshTokens(String username) {
        refreshTokens.revoke(tenant.user(username)
                .orElseThrow(() -> new IllegalArgumentException("The emulator has no user " + username)));
    }

    /** Return the keys that tokens are signed with. */
    public JWKSet publicKeys() {
        return key.publicKeys();
    }

    /** Return the issuers an access token can have: v2.0's and v1.0's. */
    private Set<String> issuers() {
        return Set.of(tenant.issuer(), tenant.issuerV1());
    }

    /** Return what an access token for the OSDU API is for: the application itself. */
    private Set<String> audiences() {
        return Set.of(clientId());
    }

    /** Return the short names of the users' groups, by object id. */
    private Map<String, Set<String>> groups() {
        return tenant.users().stream()
                .collect(Collectors.toUnmodifiableMap(EmulatorUser::objectId, user -> Set.copyOf(user.groups())));
    }

    /** Stop; requests that wait are dropped. */
    @Override
    public void close() {
        faults.close();
        server.close();
        otherHosts.close();
    }

    /** Say where this emulator is. */
    @Override
    public String toString() {
        return "Emulator[" + issuer() + "]";
    }
}
