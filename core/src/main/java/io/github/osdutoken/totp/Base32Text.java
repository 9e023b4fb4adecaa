package io.github.osdutoken.totp;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;

/** Base32 (RFC 4648) as people copy it: in groups, in lower case, with and without padding. */
final class Base32Text {

    private static final Pattern GROUPING = Pattern.compile("[\\s\\p{Z}-]+");
    private static final Pattern PADDING = Pattern.compile("=*\\z");
    private static final Pattern ALPHABET = Pattern.compile("[A-Z2-7]*");
    private static final Pattern CODE = Pattern.compile("\\d{6,8}");

    private Base32Text() {}

    static byte[] decode(String text) throws UnusableSecretException {
        String grouped = GROUPING.matcher(text).replaceAll("");
        String compact = PADDING.matcher(grouped).replaceAll("").toUpperCase(Locale.ROOT);
        if (compact.isEmpty()) {
            throw new UnusableSecretException("There is no secret in it.");
        }
        if (CODE.matcher(compact).matches()) {
            throw new UnusableSecretException("It is a code of six to eight digits, and not the secret behind it.");
        }
        // The decoder passes over what it does not know, and so would make another key of a typo.
        if (!ALPHABET.matcher(compact).matches()) {
            throw new UnusableSecretException(
                    "It has characters other than the letters A to Z and the digits 2 to 7, of which base32 is made.");
        }
        // Eight characters are five bytes; a rest of one, three or six characters ends within a byte.
        switch (compact.length() % 8) {
            case 1, 3, 6 -> throw new UnusableSecretException("Its length is none that base32 has: a part is missing.");
            default -> {}
        }
        return new Base32().decode(compact);
    }
}
