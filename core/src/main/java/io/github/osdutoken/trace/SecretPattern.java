package io.github.osdutoken.trace;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds one secret in a text, however it is written there: percent-encoded, as JSON, HTML, JavaScript, base64. */
final class SecretPattern {

    /** Shorter ones are found as whole words only: they are part of too many others. */
    private static final int LONG = 8;

    /** Base64 of less says nothing, and is found everywhere. */
    private static final int LEAST_BASE64 = 7;

    private static final Map<Integer, String> ENTITIES =
            Map.of((int) '"', "quot", (int) '&', "amp", (int) '<', "lt", (int) '>', "gt", (int) '\'', "apos");

    private static final String AMPERSAND = "(?:&|&amp;)";

    /** {@code String.format} is a tenth of a second slower in a JVM that has just started. */
    private static final HexFormat HEX = HexFormat.of();

    private SecretPattern() {}

    static Pattern of(String secret) {
        String written = secret.codePoints().mapToObj(SecretPattern::written).collect(Collectors.joining());
        if (secret.codePointCount(0, secret.length()) < LONG) {
            // "%20secret" is a whole word, too.
            written = "(?:(?<![\\p{L}\\p{N}])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[nrt]))" + written + "(?![\\p{L}\\p{N}])";
        }
        return Pattern.compile(
                Stream.concat(Stream.of(written), base64(secret).stream().map(Pattern::quote))
                        .collect(Collectors.joining("|")));
    }

    /** All ways to write one character, and each may be written another way. */
    private static String written(int c) {
        String text = Character.toString(c);
        StringBuilder ways = new StringBuilder("(?:");
        if (ENTITIES.containsKey(c)) {
            ways.append(AMPERSAND).append(ENTITIES.get(c)).append(";|");
        }
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            ways.append("%(?:25)*(?i:").append(HEX.toHexDigits(b)).append(')');
        }
        ways.append('|');
        text.chars()
                .forEach(unit -> ways.append("\\\\+u(?i:")
                        .append(HEX.toHexDigits((char) unit))
                        .append(')'));
        ways.append('|').append(AMPERSAND).append("#0*").append(c).append(';');
        ways.append('|').append(AMPERSAND).append("#[xX]0*(?i:").append(Integer.toHexString(c));
        ways.append(");");
        if (c < 256) {
            ways.append("|\\\\+x(?i:").append(HEX.toHexDigits((byte) c)).append(')');
        }
        if (Character.isLetterOrDigit(c)) {
            ways.append('|').append(text);
        } else {
            ways.append("|\\\\*").append(Pattern.quote(text)).append(c == ' ' ? "|\\+" : "");
        }
        return ways.append(')').toString();
    }

    /** What base64 of a text that holds the secret has for it, at each of the three places it may begin at. */
    private static Set<String> base64(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> found = new LinkedHashSet<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int from = (before * 8 + 5) / 6; // digits that mix with what stands before
            int to = shifted.length * 8 / 6; // and the last one with what follows
            for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
                String core = encoder.encodeToString(shifted).substring(from, to);
                if (core.length() >= LEAST_BASE64) {
                    found.add(core);
                }
            }
        }
        return found;
    }
}
