package io.github.osdutoken.cli.emulator;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.profile.Setting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables that lead to an emulator: its default user's, and a profile for each of its users.
 *
 * @param values the values by name
 * @param secrets the names of what would be secret elsewhere
 */
record PrintedSettings(Map<String, String> values, Set<String> secrets) {

    /**
     * Return the settings that lead to this emulator.
     *
     * @param cache where tokens are kept: an emulator that is started again at the same address has other keys, and what
     *     is known of the one before is refused
     */
    static PrintedSettings of(Emulator emulator, Path cache) {
        PrintedSettings settings = new PrintedSettings(new LinkedHashMap<>(), new LinkedHashSet<>());
        emulator.settings("default").forEach((key, value) -> settings.put(key, "osdu.", value));
        settings.put(Setting.CACHE_DIR.key(), "osdu.", cache.toString());
        for (EmulatorUser user : emulator.users()) {
            String prefix = "osdu.profile." + user.profile() + ".";
            settings.put(prefix + "username", prefix, user.username());
            settings.put(prefix + "password", prefix, user.password());
            String seed = user.totpSecret();
            if (seed != null) {
                settings.put(prefix + "totp-secret", prefix, seed);
            }
        }
        return settings;
    }

    PrintedSettings with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new PrintedSettings(all, secrets);
    }

    private void put(String key, String prefix, String value) {
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        values.put(variable, value);
        String plain = "osdu." + key.substring(prefix.length());
        if (Arrays.stream(Setting.values())
                .anyMatch(setting -> setting.secret() && setting.key().equals(plain))) {
            secrets.add(variable);
        }
    }
}
