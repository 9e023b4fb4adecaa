package io.github.osdutoken.profile;

import io.github.osdutoken.CacheMode;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.totp.TotpKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings whose values are one of a few words, or a short text of known form. */
final class Words {

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
    private static final Pattern PRINTABLE = Pattern.compile("\\p{Graph}+");

    private Words() {}

    static boolean bool(String text) throws MalformedValueException {
        return Boolean.parseBoolean(oneOf(text, List.of("true", "false")));
    }

    static CacheMode cache(String text) throws MalformedValueException {
        return CacheMode.valueOf(oneOf(text, List.of("file", "memory", "none")).toUpperCase(Locale.ROOT));
    }

    static TraceMode trace(String text) throws MalformedValueException {
        String word = oneOf(text, List.of("on-failure", "always", "off"));
        return TraceMode.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    static String browser(String text) throws MalformedValueException {
        if (text.contains("/") || text.contains("\\")) {
            return text;
        }
        List<String> words = List.of("auto", "chrome", "chromium", "headless-shell", "edge");
        String word = text.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new MalformedValueException(
                    "Use one of " + String.join(", ", words) + ", or the path of a Chromium-based browser.");
        }
        return word;
    }

    /** It becomes a segment of the issuer's path. */
    static String tenant(String text) throws MalformedValueException {
        if (!TENANT.matcher(text).matches()) {
            throw new MalformedValueException(
                    "Give the tenant's ID (a GUID) or one of its domains, such as contoso.onmicrosoft.com.");
        }
        return text;
    }

    /** It becomes a header's value. */
    static String dataPartition(String text) throws MalformedValueException {
        if (!PRINTABLE.matcher(text).matches()) {
            throw new MalformedValueException("Give one data partition's ID, such as contoso-opendes.");
        }
        return text;
    }

    /** A typo here would show only as a rejected code, and rejected codes lock accounts. */
    static TotpSecret totpSecret(String text) throws MalformedValueException {
        TotpSecret secret = new TotpSecret(text);
        Optional<String> why = TotpKey.whyUnusable(secret);
        if (why.isPresent()) {
            throw new MalformedValueException(why.get());
        }
        return secret;
    }

    private static String oneOf(String text, List<String> words) throws MalformedValueException {
        String word = text.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new MalformedValueException("Use one of " + String.join(", ", words) + ".");
        }
        return word;
    }
}
