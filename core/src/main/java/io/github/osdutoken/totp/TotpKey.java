package io.github.osdutoken.totp;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TotpSecret;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * The key of a software token, with how codes are made of it (RFC 6238): HMAC-SHA-1, 6 digits and steps of 30 seconds,
 * unless the {@code otpauth://} URI says otherwise.
 *
 * @since 0.1
 */
public final class TotpKey {

    private final SecretKeySpec key;
    private final TimeBasedOneTimePasswordGenerator generator;

    private TotpKey(byte[] key, KeyUri uri) {
        this.key = new SecretKeySpec(key, uri.algorithm());
        this.generator =
                new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(uri.period()), uri.digits(), uri.algorithm());
    }

    /**
     * Read a secret.
     *
     * @param secret base32 text, in any case and with blanks, dashes and padding or without; or an
     *     {@code otpauth://totp/} URI
     * @return the key
     * @throws ConfigurationException if it is neither; the message says what is wrong, never the secret
     */
    public static TotpKey of(TotpSecret secret) {
        try {
            return parse(secret);
        } catch (UnusableSecretException e) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Reading the secret of the user's software token",
                    "osdu.totp-secret (OSDU_TOTP_SECRET in the environment) cannot be used.",
                    e.text());
        }
    }

    /**
     * Say why a secret cannot be used, and what to give instead.
     *
     * @param secret the secret
     * @return sentences without the secret; empty when it can be used
     */
    public static Optional<String> whyUnusable(TotpSecret secret) {
        try {
            parse(secret);
            return Optional.empty();
        } catch (UnusableSecretException e) {
            return Optional.of(e.text());
        }
    }

    private static TotpKey parse(TotpSecret secret) throws UnusableSecretException {
        KeyUri uri = KeyUri.parse(secret.value());
        return new TotpKey(Base32Text.decode(uri.secret()), uri);
    }

    /** The time step an instant falls in, counted from 1970. */
    long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), generator.getTimeStep().toSeconds());
    }

    Instant startOf(long step) {
        return Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds());
    }

    OneTimeCode codeOf(long step) {
        try {
            return new OneTimeCode(generator.generateOneTimePasswordString(key, startOf(step), Locale.ROOT));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("An HMAC takes any key", e);
        }
    }

    /** A name for this key that tells nothing about it: two tokens with one key give the same codes. */
    String fingerprint() {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key.getEncoded()).hmacHex("osdu-token: used time steps");
    }

    /** Return {@code <redacted>}, always. */
    @Override
    public String toString() {
        return "<redacted>";
    }
}
