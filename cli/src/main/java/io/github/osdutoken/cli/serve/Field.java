package io.github.osdutoken.cli.serve;

import io.github.osdutoken.profile.ResolvedSetting;
import io.github.osdutoken.profile.Setting;
import java.util.Arrays;
import java.util.Optional;

/** A field of the page's form: one setting each. */
enum Field {
    TENANT_ID(Setting.TENANT_ID),
    CLIENT_ID(Setting.CLIENT_ID),
    CLIENT_SECRET(Setting.CLIENT_SECRET),
    REDIRECT_URI(Setting.REDIRECT_URI),
    SCOPE(Setting.SCOPE),
    AUTHORITY(Setting.AUTHORITY),
    ISSUER(Setting.ISSUER),
    USERNAME(Setting.USERNAME),
    PASSWORD(Setting.PASSWORD),
    TOTP_SECRET(Setting.TOTP_SECRET);

    final Setting setting;

    Field(Setting setting) {
        this.setting = setting;
    }

    /** Return the name the page knows this field by. */
    String key() {
        return setting.key();
    }

    static Optional<Field> of(Setting setting) {
        return Arrays.stream(values()).filter(field -> field.setting == setting).findFirst();
    }

    /** Return what the field shows before anybody typed; nothing for a secret, and for an issuer made of the other fields. */
    String prefilled(Optional<ResolvedSetting> found) {
        if (setting.secret()) {
            return "";
        }
        Optional<String> standard = this == ISSUER ? Optional.empty() : setting.defaultValue();
        return found.map(ResolvedSetting::shown).or(() -> standard).orElse("");
    }
}
