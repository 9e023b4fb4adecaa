package io.github.osdutoken.profile;

import io.github.osdutoken.spi.EmulatorProvider;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who signs in, and where, when the emulator stands in for the real thing. */
final class EmulatorSettings {

    private EmulatorSettings() {}

    /** Find an emulator as the thread sees the class path, or as this class does. */
    static Optional<EmulatorProvider> find() {
        return Stream.<@Nullable ClassLoader>of(
                        Thread.currentThread().getContextClassLoader(), EmulatorSettings.class.getClassLoader())
                .flatMap(loader -> ServiceLoader.load(EmulatorProvider.class, loader).findFirst().stream())
                .findFirst();
    }

    /**
     * Add the emulator's settings. They are all there is on who signs in and where; on how it is done the user's own
     * settings win.
     */
    static void add(
            Map<Setting, ResolvedSetting> settings,
            String profile,
            ProfileLoader.EmulatorFinder finder,
            Problems problems) {
        ask(profile, finder, problems).forEach((key, value) -> {
            Optional<SettingName> name = SettingName.ofKey(key)
                    .filter(n -> !n.file() && n.key().equals(n.setting().key()));
            if (name.isEmpty()) {
                problems.add("The emulator gave " + key + ", which is no key.", "Use an emulator of this version.");
            } else if (!value.isBlank()) {
                Setting setting = name.get().setting();
                settings.putIfAbsent(
                        setting, new ResolvedSetting(setting, key, Place.EMULATOR.describe(key, ""), value));
            }
        });
    }

    private static Map<String, String> ask(String profile, ProfileLoader.EmulatorFinder finder, Problems problems) {
        try {
            return finder.find()
                    .orElseThrow(() -> problems.failure(
                            "osdu.emulator is true, and there is no emulator on the class path.",
                            "Add the test dependency io.github.osdutoken:osdu-token-emulator, or unset osdu.emulator.",
                            null))
                    .settings(profile);
        } catch (IllegalArgumentException e) {
            throw problems.failure(
                    "The emulator refused: " + String.valueOf(e.getMessage()).replaceFirst("[.]?$", "."),
                    "Choose one of its profiles, or unset osdu.emulator.",
                    e);
        } catch (ServiceConfigurationError e) {
            throw problems.failure(
                    "The emulator on the class path cannot be loaded: " + e.getMessage() + ".",
                    "Use io.github.osdutoken:osdu-token-emulator in the version of osdu-token-core.",
                    e);
        }
    }
}
