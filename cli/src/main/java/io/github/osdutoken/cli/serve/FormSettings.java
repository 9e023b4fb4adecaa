package io.github.osdutoken.cli.serve;

import io.github.osdutoken.profile.ProfileLoader;
import io.github.osdutoken.profile.ResolvedSetting;
import io.github.osdutoken.profile.Setting;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the settings say of one profile, as far as the form has a field for it. */
final class FormSettings {

    private final Map<Setting, ResolvedSetting> found = new EnumMap<>(Setting.class);

    private FormSettings() {}

    static FormSettings of(ProfileLoader loader, String profile) {
        FormSettings settings = new FormSettings();
        loader.resolve(profile).forEach(setting -> settings.found.put(setting.setting(), setting));
        return settings;
    }

    String prefilled(Field field) {
        // Entra ID's ".default" means nothing to others.
        if (field == Field.SCOPE && find(Setting.SCOPE).isEmpty() && isElsewhere()) {
            return "openid profile offline_access";
        }
        return field.prefilled(find(field.setting));
    }

    boolean has(Setting setting) {
        return found.containsKey(setting);
    }

    /** Tell whether the emulator says who signs in and where; then the fields cannot. */
    boolean isEmulated() {
        return find(Setting.EMULATOR)
                .filter(emulator -> emulator.shown().equalsIgnoreCase("true"))
                .isPresent();
    }

    private boolean isElsewhere() {
        return find(Setting.ISSUER)
                .filter(issuer -> !issuer.shown().replaceFirst("/+$", "").endsWith("/v2.0"))
                .isPresent();
    }

    Optional<ResolvedSetting> find(Setting setting) {
        return Optional.ofNullable(found.get(setting));
    }
}
