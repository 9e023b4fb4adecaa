package io.github.osdutoken.systemtests;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** An issuer that knows each secret of a sign-in, since it made it up or was sent it. */
final class CanaryIssuer implements AutoCloseable {

    private static final String FORM = """
            <!DOCTYPE html><html lang="en"><title>Sign in</title><form method="post" action="/login?%s">
            <label>User <input name="u" autocomplete="username"></label>
            <label>Password <input name="p" type="password"></label>
            <input type="hidden" name="flow" value="canary-flow-token-1"><button>Sign in</button></form></html>
            """;

    private static final String SECOND_FACTOR = """
            <!DOCTYPE html><html lang="en"><title>Enter code</title><form method="post" action="/code?%s">
            <label>Code <input name="otc" autocomplete="one-time-code" inputmode="numeric"></label>
            <button>Verify</button></form></html>
            """;

    private final RSAKey key = new RSAKeyGenerator(2048).keyID("canary").generate();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, String> secrets = new ConcurrentHashMap<>(Map.of(
            "password", "Canary-Password-1",
            "TOTP secret", "CANARYCANARYCANA",
            "session cookie", "canary-session-cookie-1",
            "flow token", "canary-flow-token-1",
            "code", "canary-authorization-code-1",
            "access token", "canary-access-token-1",
            "refresh token", "canary-refresh-token-1"));

    CanaryIssuer() throws Exception {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String password() {
        return secrets.getOrDefault("password", "");
    }

    String totpSecret() {
        return secrets.getOrDefault("TOTP secret", "");
    }

    Map<String, String> environment() {
        return Map.of(
                "OSDU_ISSUER",
                address(),
                "OSDU_CLIENT_ID",
                "canary-client",
                "OSDU_USERNAME",
                "ada@contoso.com",
                "OSDU_PASSWORD",
                password(),
                "OSDU_TOTP_SECRET",
                totpSecret());
    }

    /** Return what must not be seen, by its name; all of it is there once a sign-in is through. */
    Map<String, String> secrets() {
        return Map.copyOf(secrets);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, metadata());
                case "/keys" -> json(exchange, new JWKSet(key.toPublicJWK()).toJSONObject());
                case "/authorize" -> send(exchange, 200, "text/html; charset=utf-8", FORM.formatted(query));
                case "/login" -> {
                    exchange.getResponseHeaders().set("Set-Cookie", "session=" + secrets.get("session cookie"));
                    send(exchange, 200, "text/html; charset=utf-8", SECOND_FACTOR.formatted(query));
                }
                case "/code" -> {
                    secrets.put("one-time code", parameters(body).get("otc"));
                    redirect(exchange, parameters(query));
                }
                case "/token" -> json(exchange, tokens(parameters(body)));
                default -> send(exchange, 404, "text/plain", "");
            }
        }
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", address(),
                "authorization_endpoint", address() + "/authorize",
                "token_endpoint", address() + "/token",
                "jwks_uri", address() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void redirect(HttpExchange exchange, Map<String, String> request) throws IOException {
        secrets.put("state", request.get("state"));
        secrets.put("nonce", request.get("nonce"));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        request.get("redirect_uri") + "?code=" + secrets.get("code") + "&state="
                                + request.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private Map<String, Object> tokens(Map<String, String> request) {
        secrets.put("code verifier", request.get("code_verifier"));
        secrets.put("ID token", idToken());
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("token_type", "Bearer");
        tokens.put("expires_in", 3600);
        tokens.put("scope", "openid profile offline_access");
        tokens.put("access_token", secrets.get("access token"));
        tokens.put("refresh_token", secrets.get("refresh token"));
        tokens.put("id_token", secrets.get("ID token"));
        return tokens;
    }

    private String idToken() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("canary").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(address())
                            .subject("ada")
                            .audience("canary-client")
                            .issueTime(Date.from(Instant.now()))
                            .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                            .claim("nonce", secrets.get("nonce"))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void json(HttpExchange exchange, Map<String, Object> fields) throws IOException {
        send(exchange, 200, "application/json", new JsonMapper().writeValueAsString(fields));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
