package io.github.osdutoken;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Access tokens that no server may accept, made of one that it does. */
final class Forgery {

    /** A signed JWT in its compact form: header, claims, signature (RFC 7515, section 7.1). */
    private static final Pattern JWT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)");

    /** The times of a JWT (RFC 7519, section 4.1); a quote in a string would be escaped. */
    private static final Pattern TIME = Pattern.compile("(?<!\\\\)\"(exp|nbf|iat)\"\\s*:\\s*(\\d{1,18})");

    private Forgery() {}

    /** Change one character in the middle of the signature, or of the whole when it has none. */
    static String tampered(String token) {
        int begin = JWT.matcher(token).matches() ? token.lastIndexOf('.') + 1 : 0;
        // Not the last one: some of its bits may mean nothing.
        int at = begin + (token.length() - begin) / 2;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    /** Move all times of a JWT, so that it ends then; what is none is tampered with. */
    static String endingAt(Instant end, AccessToken token) {
        Matcher jwt = JWT.matcher(token.value());
        if (!jwt.matches()) {
            return tampered(token.value());
        }
        String claims;
        try {
            claims = new String(Base64.getUrlDecoder().decode(jwt.group(2)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return tampered(token.value());
        }
        long back = Duration.between(end, token.expiresAt()).toSeconds();
        String earlier = TIME.matcher(claims)
                .replaceAll(time -> "\"" + time.group(1) + "\":" + (Long.parseLong(time.group(2)) - back));
        return earlier.equals(claims)
                ? tampered(token.value())
                : jwt.group(1) + "." + encoded(earlier) + "." + jwt.group(3);
    }

    private static String encoded(String claims) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    }
}
