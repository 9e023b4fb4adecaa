package io.github.osdutoken.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Keycloak of its own with the realm of {@code keycloak/osdu-realm.json}, on a free port of loopback, until closed. Its
 * second client is confidential and signs assertions with the key of a certificate made for this run.
 */
final class Keycloak implements AutoCloseable {

    private static final Path REALM = Path.of("src", "test", "resources", "keycloak", "osdu-realm.json");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    private final JsonNode realm = new JsonMapper().readTree(REALM.toFile());
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Process process;
    private final PfxFile certificate = PfxFile.make(Path.of("target", "keycloak-client.pfx"));

    /** Start it; the first time it arranges itself, which takes about 40 s. */
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
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=0")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
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

    /** Return how often Keycloak has logged a failure of this kind, such as {@code LOGIN_ERROR}. */
    long failures(String type) {
        return log.stream()
                .filter(line -> line.contains("type=\"" + type + "\""))
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
