package io.github.osdutoken.systemtests;

import io.github.osdutoken.Profile;
import io.github.osdutoken.profile.ProfileLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of a soak's users, for profiles and for runs of JUnit alike; passwords and seeds are in files. */
final class SoakProfiles {

    /** Two whose tokens are kept in files, one of them with one-time codes, and one whose are kept in memory alone. */
    static final List<String> NAMES = List.of("editor", "admin", "viewer");

    private static final String IN_MEMORY = "viewer";

    private final Map<String, String> parameters = new HashMap<>();
    private final Path folder;

    SoakProfiles(DistantIssuer issuer, Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Map<String, String> settings = issuer.settings("editor");
        List.of("osdu.issuer", "osdu.client-id", "osdu.server", "osdu.data-partition-id")
                .forEach(key -> parameters.put(key, settings.get(key)));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            parameters.put("osdu.redirect-uri", "http://localhost:" + free.getLocalPort());
        }
        parameters.put("osdu.cache-dir", cacheDir().toString());
        parameters.put("osdu.trace-dir", traceDir().toString());
        for (String name : NAMES) {
            add(name, issuer.settings(name));
        }
        parameters.put(key(IN_MEMORY, "cache"), "memory");
    }

    private void add(String name, Map<String, String> settings) throws IOException {
        parameters.put(key(name, "username"), settings.get("osdu.username"));
        password(name, settings.get("osdu.password"));
        String seed = settings.get("osdu.totp-secret");
        if (seed != null) {
            secret(name, "totp-secret", seed);
        }
    }

    /** Configure another password. */
    void password(String name, String password) throws IOException {
        secret(name, "password", password);
    }

    private void secret(String name, String key, String value) throws IOException {
        Path file = Files.writeString(folder.resolve(name + "." + key), value);
        parameters.put(key(name, key + "-file"), file.toString());
    }

    private static String key(String name, String key) {
        return "osdu.profile." + name + "." + key;
    }

    Profile load(String name) {
        return ProfileLoader.standard()
                .withConfigurationParameters(key -> Optional.ofNullable(parameters.get(key)))
                .load(name);
    }

    boolean isKeptInFiles(String name) {
        return !name.equals(IN_MEMORY);
    }

    Map<String, String> parameters() {
        return parameters;
    }

    Path cacheDir() {
        return folder.resolve("cache");
    }

    Path traceDir() {
        return folder.resolve("trace");
    }
}
