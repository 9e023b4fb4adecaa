package io.github.osdutoken.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A Keycloak with the realm of {@code keycloak/osdu-realm.json}, whose pages are in German, on a free port of loopback. One
 * serves all test classes that are extended with {@link Shared}. Its second client is confidential and signs assertions
 * with the key of a certificate made for this run.
 */
final class Keycloak implements AutoCloseable {

    private static final Path REALM = Path.of("src", "test", "resources", "keycloak", "osdu-realm.json");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    private final JsonNode realm = new JsonMapper().readTree(REALM.toFile());
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Process process;
    private final String adminPassword = UUID.randomUUID().toString();
    private final PfxFile certificate = PfxFile.make(Path.of("target", "keycloak-client.pfx"));

    /** Gives every class the same one; it ends with the last class. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Keycloak.class;
        }

        @Override
        @SuppressWarnings("deprecation") // what takes its place is not in JUnit 5
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(Keycloak.class);
        }
    }

    /** Start it; the first time it arranges itself for these options, which takes as long again. */
    Keycloak() throws Exception {
        Path home = home();
        deleteAll(home.resolve("data"));
        Files.createDirectories(home.resolve("data").resolve("import"));
        ((ObjectNode) realm.path("clients").path(1).path("attributes"))
                .put(
                        "jwt.credential.certificate",
                        Base64.getEncoder()
                                .encodeToString(certificate.read().certificate().getEncoded()));
        new JsonMapper()
                .writeValue(
                        home.resolve("data")
                                .resolve("import")
                                .resolve("osdu-realm.json")
                                .toFile(),
                        realm);
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-enabled=true",
                        "--hostname-strict=false",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=0")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // It does not live long enough for its own choices to pay.
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx768m");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        process = builder.start();
        Thread reader = new Thread(this::read, "keycloak-log");
        reader.setDaemon(true);
        reader.start();
        try {
            address.get(300, TimeUnit.SECONDS);
        } catch (Exception e) {
            close();
            throw new AssertionError("Keycloak did not start:\n" + String.join("\n", log), e);
        }
    }

    String issuer() {
        return address.join() + "/realms/" + realm.path("realm").asText();
    }

    String clientId() {
        return realm.path("clients").path(0).path("clientId").asText();
    }

    String username() {
        return realm.path("users").path(0).path("username").asText();
    }

    String password() {
        return realm.path("users")
                .path(0)
                .path("credentials")
                .path(0)
                .path("value")
                .asText();
    }

    /** Sign a user out everywhere, as an administrator does. */
    void signOut(String username) throws Exception {
        JsonNode granted = answer(post(
                address.join() + "/realms/master/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", adminPassword)));
        String bearer = "Bearer " + granted.path("access_token").asText();
        String users = address.join() + "/admin/realms/" + realm.path("realm").asText() + "/users";
        JsonNode found = answer(HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + username))
                .header("Authorization", bearer)
                .build());
        answer(HttpRequest.newBuilder(
                        URI.create(users + "/" + found.path(0).path("id").asText() + "/logout"))
                .header("Authorization", bearer)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Revoke a token (RFC 7009). */
    void revoke(String clientId, String token) throws Exception {
        answer(post(
                issuer() + "/protocol/openid-connect/revoke",
                Map.of("client_id", clientId, "token", token, "token_type_hint", "refresh_token")));
    }

    /** End the session that an ID token was given in (OpenID Connect RP-Initiated Logout). */
    void endSession(String clientId, String idToken) throws Exception {
        answer(post(
                issuer() + "/protocol/openid-connect/logout", Map.of("client_id", clientId, "id_token_hint", idToken)));
    }

    Map<String, String> environment() {
        return Map.of(
                "OSDU_ISSUER", issuer(),
                "OSDU_CLIENT_ID", clientId(),
                "OSDU_USERNAME", username(),
                "OSDU_PASSWORD", password());
    }

    /** The settings of the client with a certificate. */
    Map<String, String> confidentialEnvironment() {
        return Map.of(
                "OSDU_ISSUER", issuer(),
                "OSDU_CLIENT_ID", realm.path("clients").path(1).path("clientId").asText(),
                "OSDU_CLIENT_CERTIFICATE", certificate.path().toString(),
                "OSDU_CLIENT_CERTIFICATE_PASSWORD", PfxFile.FILE_PASSWORD,
                "OSDU_USERNAME", username(),
                "OSDU_PASSWORD", password());
    }

    /** Return how often Keycloak has logged a failure of this kind, such as {@code LOGIN_ERROR}, of a user. */
    long failures(String type, String username) {
        return log.stream()
                .filter(line ->
                        line.contains("type=\"" + type + "\"") && line.contains("username=\"" + username + "\""))
                .count();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, 20, TimeUnit.SECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static HttpRequest post(String address, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static JsonNode answer(HttpRequest request) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(request.uri() + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body().startsWith("{") || response.body().startsWith("[")
                ? new JsonMapper().readTree(response.body())
                : NullNode.getInstance();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(listening.group(1));
                }
            }
            address.completeExceptionally(new IllegalStateException("It ended"));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    /** The build has unpacked it here. */
    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of("target", "keycloak"))) {
            return unpacked.filter(
                            path -> Files.isExecutable(path.resolve("bin").resolve("kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No Keycloak in target/keycloak: run ./mvnw verify"))
                    .toAbsolutePath();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> {
                    try {
                        Files.delete(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }
}
