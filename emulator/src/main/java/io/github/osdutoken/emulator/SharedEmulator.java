package io.github.osdutoken.emulator;

import io.github.osdutoken.spi.EmulatorProvider;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one emulator of this JVM that {@code osdu.emulator=true} leads to; started when first asked for. */
public final class SharedEmulator implements EmulatorProvider {

    private static final class Holder {
        // Never closed: its threads are daemons, and it goes with the JVM.
        private static final Emulator EMULATOR = Emulator.start();
    }

    /** For {@link java.util.ServiceLoader}. */
    public SharedEmulator() {}

    /** Return the emulator, started. */
    public static Emulator get() {
        return Holder.EMULATOR;
    }

    @Override
    public Map<String, String> settings(String profile) {
        Map<String, String> settings = new LinkedHashMap<>(get().settings(profile));
        settings.put("osdu.cache", "memory"); // a file would outlive the emulator, and serve nobody
        return settings;
    }
}
