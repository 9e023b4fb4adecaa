package io.github.osdutoken.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.Client;
import io.github.osdutoken.ClientSecret;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tenant served by a {@link CannedServer}: Entra ID's paths, its keys, and ID tokens signed with them. */
final class Entra implements AutoCloseable {

    static final String TENANT = "11111111-2222-3333-4444-555555555555";
    static final String TOKEN = "/" + TENANT + "/oauth2/v2.0/token";
    static final String KEYS = "/" + TENANT + "/discovery/v2.0/keys";
    static final String CLIENT_ID = "99999999-8888-7777-6666-555555555555";
    static final String SCOPE = CLIENT_ID + "/.default openid profile offline_access";
    static final Client PUBLIC = new Client(CLIENT_ID, null, URI.create("http://localhost:8080"), SCOPE);
    static final Client CONFIDENTIAL = new Client(
            CLIENT_ID, new ClientSecret("canary-client-secret"), URI.create("http://localhost:8080/cb"), SCOPE);
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final ServerFeatures FEATURES =
            new ServerFeatures(Set.of("client_secret_post", "private_key_jwt", "client_secret_basic"), Set.of(), false);

    static final RSAKey KEY = key("the-key");

    final CannedServer http = new CannedServer();

    Entra() throws IOException {
        http.json(KEYS, 200, new JWKSet(KEY.toPublicJWK()).toString());
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return http.uri("/" + TENANT + "/v2.0").toString();
    }

    AuthorizationServer server() {
        return server(issuer());
    }

    AuthorizationServer server(String issuer) {
        return new AuthorizationServer(
                issuer, http.uri("/" + TENANT + "/oauth2/v2.0/authorize"), http.uri(TOKEN), http.uri(KEYS), FEATURES);
    }

    TokenEndpoint tokenEndpoint(Client client) {
        return tokenEndpoint(server(), client, null);
    }

    TokenEndpoint tokenEndpoint(AuthorizationServer server, Client client, @Nullable String username) {
        return new TokenEndpoint(server, client, username, Duration.ofSeconds(30), CLOCK, Duration.ofMillis(10));
    }

    JWTClaimsSet.Builder claims(@Nullable AuthorizationRequest request) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("pairwise-subject")
                .audience(CLIENT_ID)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("tid", TENANT)
                .claim("nonce", request == null ? null : request.nonce().getValue());
    }

    static String signed(JWTClaimsSet claims) {
        return signed(claims, KEY);
    }

    static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token answer as v2.0 gives it. */
    static String answer(@Nullable String idToken) {
        return "{\"token_type\":\"Bearer\",\"scope\":\"the granted scope\",\"expires_in\":4520,\"ext_expires_in\":4520,"
                + "\"access_token\":\"canary-access-token\",\"refresh_token\":\"canary-refresh-token\""
                + (idToken == null ? "" : ",\"id_token\":\"" + idToken + "\"") + "}";
    }

    /** An error answer as Entra ID gives it. */
    static String error(String error, int number, String text) {
        return net.minidev.json.JSONObject.toJSONString(Map.of(
                "error",
                error,
                "error_description",
                "AADSTS" + number + ": " + text
                        + "\r\nTrace ID: 00000000-0000-0000-0000-000000000001\r\nCorrelation ID:"
                        + " 00000000-0000-0000-0000-000000000002\r\nTimestamp: 2026-11-23 10:00:00Z",
                "error_codes",
                java.util.List.of(number),
                "timestamp",
                "2026-11-23 10:00:00Z",
                "correlation_id",
                "00000000-0000-0000-0000-000000000002",
                "suberror",
                "bad_token"));
    }

    @Override
    public void close() {
        http.close();
    }
}
