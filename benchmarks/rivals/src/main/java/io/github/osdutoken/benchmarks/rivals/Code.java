package io.github.osdutoken.benchmarks.rivals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The protocol's part of a hand-written sign-in: the address to open, and the exchange of the code that comes back. */
final class Code {

    static final String REDIRECT_URI = "http://localhost:8080";

    static final ObjectMapper JSON = new ObjectMapper();

    private final String state = random();
    private final String verifier = random();

    static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    String authorizationRequest() {
        return endpoint("authorize") + "?"
                + encode(Map.of(
                        "client_id",
                        setting("OSDU_CLIENT_ID"),
                        "response_type",
                        "code",
                        "redirect_uri",
                        REDIRECT_URI,
                        "scope",
                        setting("OSDU_CLIENT_ID") + "/.default openid profile offline_access",
                        "state",
                        state,
                        "nonce",
                        random(),
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256"));
    }

    /** Exchange the code that the redirect carries, and return the refresh token. */
    String refreshToken(String redirect, HttpClient http) throws IOException, InterruptedException {
        Map<String, String> answer = parameters(redirect);
        if (!state.equals(answer.get("state"))) {
            throw new IllegalStateException("Another state came back");
        }
        String form = encode(Map.of(
                "client_id",
                setting("OSDU_CLIENT_ID"),
                "grant_type",
                "authorization_code",
                "code",
                Objects.requireNonNull(answer.get("code"), "code"),
                "redirect_uri",
                REDIRECT_URI,
                "code_verifier",
                verifier));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(endpoint("token")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String token = JSON.readTree(response.body()).path("refresh_token").asText();
        if (token.isEmpty()) {
            throw new IllegalStateException("No refresh token came, but " + response.statusCode());
        }
        return token;
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters(String redirect) {
        String query = redirect.replaceFirst("^[^?]*\\?", "").replaceFirst("#.*$", "");
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : Arrays.asList(query.split("&", -1))) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String endpoint(String name) {
        return setting("OSDU_AUTHORITY") + "/" + setting("OSDU_TENANT_ID") + "/oauth2/v2.0/" + name;
    }

    private String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
