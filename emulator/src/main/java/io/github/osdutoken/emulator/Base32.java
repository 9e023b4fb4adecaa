package io.github.osdutoken.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Base32 (RFC 4648), in which authenticator apps take their seeds; the JDK has none. */
public final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /** Write ASCII text in base32, without padding. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
            buffer = (buffer << 8 | one) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                encoded.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? encoded.toString()
                : encoded.append(ALPHABET.charAt(buffer << (5 - bits) & 31)).toString();
    }

    /**
     * Read base32 as people write it: in any case, with spaces, dashes and padding.
     *
     * @throws IllegalArgumentException if something else is in it
     */
    public static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char one : text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT).toCharArray()) {
            int value = ALPHABET.indexOf(one);
            if (value < 0) {
                throw new IllegalArgumentException("A user's TOTP seed is not base32");
            }
            buffer = (buffer << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
