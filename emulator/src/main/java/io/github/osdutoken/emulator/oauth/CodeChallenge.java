package io.github.osdutoken.emulator.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PKCE's code challenge (RFC 7636).
 *
 * @param value the challenge
 * @param method {@code S256} or {@code plain}
 */
public record CodeChallenge(String value, String method) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** Take the challenge from an authorization request; {@code null} when there is none. */
    public static @Nullable CodeChallenge of(Map<String, String> parameters) throws EntraException {
        String value = parameters.get("code_challenge");
        String method = parameters.get("code_challenge_method");
        if (value == null) {
            if (method != null) {
                throw Aadsts.CODE_CHALLENGE_MISSING.with("code_challenge");
            }
            return null;
        }
        // RFC 7636 4.3: a challenge without a method is plain.
        String chosen = method == null ? "plain" : method;
        boolean known = chosen.equals("plain") || chosen.equals("S256");
        boolean fits = SHAPE.matcher(value).matches() && (chosen.equals("plain") || value.length() == 43);
        if (!known || !fits) {
            throw Aadsts.CODE_CHALLENGE_INVALID.with();
        }
        return new CodeChallenge(value, chosen);
    }

    /** Check the verifier against the challenge; both must be there, or neither. */
    static void check(@Nullable CodeChallenge challenge, @Nullable String verifier) throws EntraException {
        if (challenge == null && verifier == null) {
            return;
        }
        if (challenge == null || verifier == null) {
            throw Aadsts.CODE_CHALLENGE_MISSING.with(challenge == null ? "code_challenge" : "code_verifier");
        }
        String expected = challenge.method.equals("S256") ? s256(verifier) : verifier;
        if (!SHAPE.matcher(verifier).matches() || !expected.equals(challenge.value)) {
            throw Aadsts.CODE_VERIFIER_MISMATCH.with();
        }
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
