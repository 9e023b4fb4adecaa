package io.github.osdutoken.emulator.oauth;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What access tokens look like.
 *
 * @param version 1 or 2; at Entra ID the resource's manifest decides, not the endpoint
 * @param accessTokenLifetime how long an access token lives, or {@code null} for Entra ID's 60 to 90 minutes
 */
public record TokenPolicy(int version, @Nullable Duration accessTokenLifetime) {

    /** Return the seconds the next access token lives. */
    long accessTokenSeconds() {
        return accessTokenLifetime == null
                ? ThreadLocalRandom.current().nextLong(3_600, 5_400)
                : accessTokenLifetime.toSeconds();
    }
}
