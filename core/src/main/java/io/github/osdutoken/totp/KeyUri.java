package io.github.osdutoken.totp;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URI behind a QR code for authenticator apps, {@code otpauth://totp/label?secret=…}. What it does not say is as in
 * Entra ID: SHA-1, six digits, 30 seconds.
 *
 * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a>
 */
record KeyUri(String secret, String algorithm, int digits, int period) {

    // Labels often hold blanks that nobody encoded, which java.net.URI refuses.
    private static final Pattern URI =
            Pattern.compile("otpauth://([^/?]*)[^?]*(?:\\?([^#]*))?.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ANY_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

    private static final Map<String, String> MACS =
            Map.of("SHA1", "HmacSHA1", "SHA256", "HmacSHA256", "SHA512", "HmacSHA512");

    /** Read a secret, whether it is such a URI or the base32 text alone. */
    static KeyUri parse(String text) throws UnusableSecretException {
        String stripped = text.strip();
        Matcher uri = URI.matcher(stripped);
        if (uri.matches()) {
            return ofUri(uri.group(1), uri.group(2) == null ? "" : uri.group(2));
        }
        if (ANY_SCHEME.matcher(stripped).matches()) {
            throw new UnusableSecretException("It is a URI of another kind, for one vendor's own app.");
        }
        return new KeyUri(stripped, "HmacSHA1", 6, 30);
    }

    private static KeyUri ofUri(String type, String query) throws UnusableSecretException {
        if (!type.equalsIgnoreCase("totp")) {
            throw new UnusableSecretException("It is an otpauth URI of another type than totp (RFC 6238).");
        }
        Map<String, List<String>> parameters = URLUtils.parseParameters(query);
        String mac = MACS.get(first(parameters, "algorithm", "SHA1").toUpperCase(Locale.ROOT));
        if (mac == null) {
            throw new UnusableSecretException("Its algorithm is none of SHA1, SHA256, SHA512.");
        }
        return new KeyUri(
                first(parameters, "secret", ""),
                mac,
                number(parameters, "digits", 6, 6, 8),
                number(parameters, "period", 30, 10, 300));
    }

    private static String first(Map<String, List<String>> parameters, String name, String otherwise) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? otherwise : values.get(0);
    }

    private static int number(Map<String, List<String>> parameters, String name, int otherwise, int least, int most)
            throws UnusableSecretException {
        try {
            int number = Integer.parseInt(first(parameters, name, Integer.toString(otherwise)));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Not shown: whatever stands there may be a misplaced secret.
        }
        throw new UnusableSecretException("Its " + name + " is no number from " + least + " to " + most + ".");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "<redacted>";
    }
}
