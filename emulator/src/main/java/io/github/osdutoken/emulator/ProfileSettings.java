package io.github.osdutoken.emulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings with which a user signs in at an emulator. */
final class ProfileSettings {

    private ProfileSettings() {}

    static Map<String, String> of(Emulator emulator, EmulatorUser user) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("osdu.authority", emulator.authority().toString());
        settings.put("osdu.tenant-id", emulator.tenantId());
        settings.put("osdu.issuer", emulator.issuer().toString());
        settings.put("osdu.client-id", emulator.clientId());
        String secret = emulator.clientSecret();
        if (secret != null) {
            settings.put("osdu.client-secret", secret);
        }
        settings.put("osdu.username", user.username());
        settings.put("osdu.password", user.password());
        String totpSecret = user.totpSecret();
        if (totpSecret != null) {
            settings.put("osdu.totp-secret", totpSecret);
        }
        settings.put("osdu.server", emulator.authority().toString());
        settings.put("osdu.data-partition-id", Contoso.PARTITION);
        return settings;
    }
}
