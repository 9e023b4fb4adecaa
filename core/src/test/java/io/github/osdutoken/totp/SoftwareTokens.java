package io.github.osdutoken.totp;

import io.github.osdutoken.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.binary.Base32;

/** Software tokens nobody else has, since what one test takes would be missing in the next. */
final class SoftwareTokens {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private SoftwareTokens() {}

    static TotpSecret anew() {
        return new TotpSecret(base32("token %014d".formatted(NUMBER.incrementAndGet())));
    }

    static String base32(String ascii) {
        return new Base32().encodeToString(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** The codes as they are at one moment. */
    static OneTimeCodes at(String instant, TotpSecret secret, Path folder) {
        return OneTimeCodes.acrossProcesses(TotpKey.of(secret), folder, clock(instant));
    }

    static Clock clock(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
