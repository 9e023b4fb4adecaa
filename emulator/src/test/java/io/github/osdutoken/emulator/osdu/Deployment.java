package io.github.osdutoken.emulator.osdu;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.http.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An emulated OSDU deployment on loopback, with a few users and a way to sign tokens for them. */
final class Deployment implements AutoCloseable {

    static final String ISSUER_V1 = "https://sts.windows.net/7b6e/";
    static final String ISSUER_V2 = "https://login.microsoftonline.com/7b6e/v2.0";
    static final String AUDIENCE = "https://energy.azure.com";

    /** Upper case, to see where it is lowered. */
    static final String EDITOR = "EDITOR-1";

    static final String OPS = "ops-1";
    static final String VIEWER = "viewer-1";
    static final String GEOLOGIST = "geologist-1";
    static final String DATA_ROOT = "root-1";
    static final String NOT_IN_USERS = "not-in-users-1";
    static final String NO_ENTITLEMENTS_ROLE = "no-entitlements-role-1";
    static final String ENTITLEMENTS_ONLY = "entitlements-only-1";
    static final String STRANGER = "stranger-1";

    static final RSAKey KEY = key("key-1");
    static final RSAKey OTHER_KEY = key("key-1");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<String, Set<String>> GROUPS = Map.of(
            EDITOR, Set.of("users", "users.datalake.editors"),
            OPS, Set.of("users", "users.datalake.ops"),
            VIEWER, Set.of("users", "users.datalake.viewers"),
            GEOLOGIST, Set.of("users", "users.datalake.editors", "data.wells.viewers", "data.wells.owners"),
            DATA_ROOT, Set.of("users", "users.datalake.ops", "users.data.root"),
            NOT_IN_USERS, Set.of("users.datalake.editors"),
            NO_ENTITLEMENTS_ROLE, Set.of("users", "service.storage.viewer"),
            ENTITLEMENTS_ONLY, Set.of("users", "service.entitlements.user"));

    final SettableClock clock = new SettableClock();
    private final WebServer server;

    Deployment() {
        this(OsduOptions.defaults());
    }

    Deployment(OsduOptions options) {
        Routes routes = new Routes();
        new OsduApi(
                        new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
                        Set.of(ISSUER_V1, ISSUER_V2),
                        Set.of(AUDIENCE),
                        clock,
                        "opendes",
                        GROUPS,
                        options)
                .mount(routes);
        server = WebServer.start(0, routes, (request, status) -> {});
    }

    /** Return the claims of a token that is good for an hour. */
    JWTClaimsSet.Builder claims(String user) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER_V2)
                .audience(AUDIENCE)
                .claim("oid", user)
                .notBeforeTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(3600)));
    }

    static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri() {
        return server.uri();
    }

    /** Call as a user, with a good token and the partition's header. */
    HttpResponse<String> call(String user, String method, String path, @Nullable String body) {
        return send(
                method,
                path,
                body,
                "Authorization",
                "Bearer " + sign(claims(user), KEY),
                "Data-Partition-Id",
                "opendes");
    }

    HttpResponse<String> get(String user, String path) {
        return call(user, "GET", path, null);
    }

    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Create the legal tag and a record under it, readable by those in {@code data.<group>.viewers}. */
    void store(String user, String id, String group, String data) {
        call(user, "POST", "/api/legal/v1/legaltags", Bodies.LEGAL_TAG);
        HttpResponse<String> stored = call(user, "PUT", "/api/storage/v2/records", Bodies.record(id, group, data));
        if (stored.statusCode() != 201) {
            throw new IllegalStateException(stored.body());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
