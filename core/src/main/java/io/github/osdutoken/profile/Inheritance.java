package io.github.osdutoken.profile;

import static io.github.osdutoken.profile.Setting.AUTHORITY;
import static io.github.osdutoken.profile.Setting.CLIENT_CERTIFICATE;
import static io.github.osdutoken.profile.Setting.CLIENT_ID;
import static io.github.osdutoken.profile.Setting.CLIENT_SECRET;
import static io.github.osdutoken.profile.Setting.REFRESH_TOKEN;
import static io.github.osdutoken.profile.Setting.TENANT_ID;
import static io.github.osdutoken.profile.Setting.USERNAME;

import java.util.function.Predicate;

/**
 * What a named profile takes over from the unnamed one: everything but what belongs to another user or another
 * application than the profile's own.
 */
final class Inheritance {

    private Inheritance() {}

    static boolean inherits(Setting setting, Predicate<Setting> own) {
        return switch (setting) {
            case REFRESH_TOKEN -> !own.test(USERNAME) && !own.test(CLIENT_ID);
            case TOTP_SECRET -> !own.test(USERNAME) && !own.test(REFRESH_TOKEN);
            // A refresh token says by itself who the user is; an inherited name may be another's.
            case USERNAME, PASSWORD -> own.test(USERNAME) || !own.test(REFRESH_TOKEN);
            // A client has one credential, and a file its own password.
            case CLIENT_SECRET -> !own.test(CLIENT_ID) && !own.test(CLIENT_CERTIFICATE);
            case CLIENT_CERTIFICATE -> !own.test(CLIENT_ID) && !own.test(CLIENT_SECRET);
            case CLIENT_CERTIFICATE_PASSWORD ->
                !own.test(CLIENT_ID) && !own.test(CLIENT_SECRET) && !own.test(CLIENT_CERTIFICATE);
            // An inherited issuer would hide the profile's own tenant.
            case ISSUER -> !own.test(TENANT_ID) && !own.test(AUTHORITY);
            default -> true;
        };
    }
}
