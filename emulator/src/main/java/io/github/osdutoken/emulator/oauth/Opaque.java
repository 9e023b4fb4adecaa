package io.github.osdutoken.emulator.oauth;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes values that mean something only to who made them. */
public final class Opaque {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Opaque() {}

    /** Return random base64url text, made of this many bytes, behind a prefix. */
    public static String value(String prefix, int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
