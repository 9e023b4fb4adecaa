package io.github.osdutoken.emulator.entra;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.github.osdutoken.emulator.Base32;
import io.github.osdutoken.emulator.EmulatorUser;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** Checks an authenticator app's codes (RFC 6238): those of this step and the one before, each once. */
final class TotpCheck {

    /** What Entra ID answers, by the names it uses. */
    enum Result {
        SUCCESS("Success"),
        WRONG("PhoneAppOtpAuthFailedWrongCodeEntered"),
        DUPLICATE("PhoneAppOtpAuthFailedDuplicateCodeEntered");

        final String text;

        Result(String text) {
            this.text = text;
        }
    }

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Map<String, Set<Long>> used = new HashMap<>();
    private final Clock clock;

    TotpCheck(Clock clock) {
        this.clock = clock;
    }

    synchronized Result check(EmulatorUser user, String code) {
        String secret = user.totpSecret();
        if (secret == null) {
            return Result.WRONG;
        }
        SecretKeySpec key = new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm());
        Instant now = clock.instant();
        for (Instant when : new Instant[] {now, now.minus(generator.getTimeStep())}) {
            if (code(key, when).equals(code)) {
                long step = when.getEpochSecond() / generator.getTimeStep().toSeconds();
                return used.computeIfAbsent(user.objectId() + " " + secret, app -> new HashSet<>())
                                .add(step)
                        ? Result.SUCCESS
                        : Result.DUPLICATE;
            }
        }
        return Result.WRONG;
    }

    private String code(SecretKeySpec key, Instant when) {
        try {
            return generator.generateOneTimePasswordString(key, when, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("The seed is no HMAC key", e);
        }
    }
}
