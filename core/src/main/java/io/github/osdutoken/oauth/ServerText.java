package io.github.osdutoken.oauth;

import java.util.Collection;
import java.util.regex.Pattern;

/** A server's own words, made fit for a message: one line, not long, and without what looks like a token. */
final class ServerText {

    private static final int MAX_LENGTH = 300;
    private static final String REDACTED = "<redacted>";
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]*(\\.[\\w-]*)*");
    // Longer than a GUID; codes, tokens and Entra ID's client secrets are not shorter.
    private static final Pattern OPAQUE = Pattern.compile("[\\w~-]{38,}");
    /** Blanks, control characters, and those that turn the direction of writing. */
    private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+");

    private ServerText() {}

    static String quote(String raw) {
        String line = UNFIT.matcher(raw).replaceAll(" ").strip();
        String clean = OPAQUE.matcher(JWT.matcher(line).replaceAll(REDACTED)).replaceAll(REDACTED);
        return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH) + "…";
    }

    /** Take out what we sent: a server may repeat it, and it may be too short to look like a secret. */
    static String without(Collection<String> secrets, String raw) {
        String text = raw;
        for (String secret : secrets) {
            text = text.replace(secret, REDACTED);
        }
        return text;
    }
}
