package io.github.osdutoken.cache;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How the key of an account's files is made of the user's own secrets (PBKDF2, RFC 8018, section 5.2): stored in the
 * clear beside them, one for all files of an account, so that several scopes cost one derivation.
 *
 * @param iterations how often the function is applied
 * @param salt 16 random bytes, as base64
 */
record KeySalt(int iterations, String salt) {

    static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** About a third of what a token from the file may cost a fresh JVM; why no more: docs/adr/0004-token-cache.md. */
    static final int ITERATIONS = 20_000;

    /** A file must not make us spend minutes. */
    private static final int MOST_ITERATIONS = 1_000_000;

    private static final Pattern FORM = Pattern.compile(ALGORITHM + " ([0-9]{1,9}) ([A-Za-z0-9+/]{22}==)\n");
    private static final int KEY_BITS = 256;

    /** Derivations are slow on purpose, so each is done once in a process. */
    private static final Map<Derivation, AccountKey> DERIVED = new ConcurrentHashMap<>();

    private record Derivation(Account account, KeySalt salt) {}

    static KeySalt random() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new KeySalt(ITERATIONS, Base64.getEncoder().encodeToString(salt));
    }

    static KeySalt parse(byte[] file) throws UnreadableFileException {
        Matcher form = FORM.matcher(new String(file, StandardCharsets.ISO_8859_1));
        if (!form.matches()) {
            throw new UnreadableFileException("it is torn or of another kind");
        }
        int iterations = Integer.parseInt(form.group(1));
        if (iterations < ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new UnreadableFileException("its " + iterations + " iterations are out of bounds");
        }
        return new KeySalt(iterations, form.group(2));
    }

    byte[] bytes() {
        return (ALGORITHM + " " + iterations + " " + salt + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Return the key of an account that has a secret. */
    AccountKey key(Account account) {
        Derivation wanted = new Derivation(account, this);
        AccountKey known = DERIVED.get(wanted);
        if (known != null) {
            return known;
        }
        // A user has one password at a time: the key of a former one would be kept for nobody.
        DERIVED.keySet().removeIf(one -> one.account().hasAnotherPasswordThan(account));
        return DERIVED.computeIfAbsent(wanted, KeySalt::derive);
    }

    private static AccountKey derive(Derivation one) {
        char[] secret = one.account().secret().toCharArray();
        PBEKeySpec spec = new PBEKeySpec(
                secret,
                Base64.getDecoder().decode(one.salt().salt()),
                one.salt().iterations(),
                KEY_BITS);
        try {
            return new AccountKey(
                    SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }
}
