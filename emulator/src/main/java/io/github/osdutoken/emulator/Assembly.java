package io.github.osdutoken.emulator;

import io.github.osdutoken.emulator.entra.OtherHosts;
import io.github.osdutoken.emulator.entra.SignInPages;
import io.github.osdutoken.emulator.entra.Submissions;
import io.github.osdutoken.emulator.http.LoopbackCertificate;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.http.WebServer;
import io.github.osdutoken.emulator.oauth.AuthorizationCodes;
import io.github.osdutoken.emulator.oauth.ProtocolEndpoints;
import io.github.osdutoken.emulator.oauth.RefreshTokens;
import io.github.osdutoken.emulator.oauth.SigningKey;
import io.github.osdutoken.emulator.oauth.Tenant;
import io.github.osdutoken.emulator.oauth.Users;
import io.github.osdutoken.emulator.osdu.OsduApi;
import io.github.osdutoken.emulator.osdu.OsduOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts an emulator's parts together and serves them. */
final class Assembly implements AutoCloseable {

    final Faults faults = new Faults();
    final Submissions submissions = new Submissions();
    final SigningKey key = SigningKey.generate();
    final @Nullable LoopbackCertificate certificate;
    final Traffic traffic;
    final OtherHosts otherHosts;
    final AuthorizationCodes codes;
    final RefreshTokens refreshTokens;
    final Tenant tenant;
    final WebServer server;

    Assembly(EmulatorBuilder builder) {
        traffic = new Traffic(builder.clock);
        certificate = builder.https ? LoopbackCertificate.make() : null;
        otherHosts = new OtherHosts(traffic, certificate);
        codes = new AuthorizationCodes(builder.clock, builder.codeLifetime);
        refreshTokens = new RefreshTokens(builder.clock, builder.refreshTokenLifetime);
        server = WebServer.bind(builder.port, certificate);
        tenant = new Tenant(
                Objects.requireNonNullElse(builder.authority, server.uri()),
                Contoso.TENANT_ID,
                Contoso.DOMAIN,
                new Users(builder.users),
                List.of(builder.app));
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
                        // Asked at the first call, since the keys are still being made.
                        (selector, context) -> selector.select(key.publicKeys()),
                        issuers(),
                        audiences(),
                        builder.clock,
                        Contoso.PARTITION,
                        groups(),
                        OsduOptions.defaults().withEdge(builder.edge))
                .mount(routes);
        return routes;
    }

    /** Return the issuers an access token can have: v2.0's and v1.0's. */
    private Set<String> issuers() {
        return Set.of(tenant.issuer(), tenant.issuerV1());
    }

    /** Return what an access token for the OSDU API is for: the application itself. */
    private Set<String> audiences() {
        return Set.of(tenant.apps().get(0).clientId());
    }

    /** Return the short names of the users' groups, by object id. */
    private Map<String, Set<String>> groups() {
        return tenant.users().all().stream()
                .collect(Collectors.toUnmodifiableMap(EmulatorUser::objectId, user -> Set.copyOf(user.groups())));
    }

    @Override
    public void close() {
        faults.close();
        server.close();
        otherHosts.close();
    }
}
