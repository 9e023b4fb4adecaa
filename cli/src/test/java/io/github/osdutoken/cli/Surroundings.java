package io.github.osdutoken.cli;

import io.github.osdutoken.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** System properties that a run reads its settings from, until closed. */
final class Surroundings implements AutoCloseable {

    private final Map<String, String> settings;

    private Surroundings(Map<String, String> settings) {
        this.settings = settings;
        settings.forEach(System::setProperty);
    }

    static Surroundings of(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("osdu.cache", "memory");
        return new Surroundings(all);
    }

    /** Lead to an emulator; secrets go by files, since system properties must hold none. */
    static Surroundings of(Emulator emulator, Path folder, Map<String, String> changes) throws IOException {
        Map<String, String> settings = new HashMap<>(emulator.settings("default"));
        settings.putAll(changes);
        Path password = folder.resolve("password");
        Files.writeString(password, String.valueOf(settings.remove("osdu.password")));
        settings.put("osdu.password-file", password.toString());
        return of(settings);
    }

    @Override
    public void close() {
        settings.keySet().forEach(System::clearProperty);
    }
}
