package io.github.osdutoken.cli.serve;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.profile.ProfileLoader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page whose settings lead to an emulator and depend on nothing else. */
record Served(LocalPage page, List<String> codes, int redirectPort) implements AutoCloseable {

    static Served at(Emulator emulator, Path folder, Map<String, String> changes) {
        int redirectPort = freePort();
        Map<String, String> environment = new HashMap<>();
        emulator.settings("default").forEach((key, value) -> environment.put(variable(key), value));
        environment.put("OSDU_REDIRECT_URI", "http://localhost:" + redirectPort);
        environment.put("OSDU_TRACE_DIR", folder.toString());
        environment.put("OSDU_CACHE", "memory");
        environment.put("OSDU_PROFILE_VIEWER_USERNAME", emulator.user("viewer").username());
        environment.put("OSDU_PROFILE_VIEWER_PASSWORD", emulator.user("viewer").password());
        environment.putAll(changes);
        environment.values().removeIf(String::isEmpty);
        ProfileLoader loader = ProfileLoader.standard()
                .withSurroundings(Map.of(), environment, ClassLoader.getPlatformClassLoader(), folder, Optional::empty);
        List<String> codes = new CopyOnWriteArrayList<>();
        return new Served(LocalPage.start(0, Duration.ofMinutes(15), loader, codes::add), codes, redirectPort);
    }

    @Override
    public void close() {
        page.close();
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
