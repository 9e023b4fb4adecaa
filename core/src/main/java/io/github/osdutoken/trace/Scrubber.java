package io.github.osdutoken.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of texts what nobody may see: the secrets it was told, the values of addresses' parameters, and whatever
 * looks like a token.
 */
final class Scrubber {

    static final String REDACTED = "<redacted>";

    private static final String NAMES =
            "(?:pass(?:word|wd)?|pwd|otc|otp|code|state|nonce|sFT|sCtx|(?:api)?canary|flowToken|"
                    + "PPFT|ctx|\\w*_?token|client_secret|code_verifier|code_challenge|SAMLRe(?:quest|sponse)|RelayState|wresult|wctx|"
                    + "session_code|authorization|cookie)";

    /** A value given to a name: {@code code=1}, {@code "sFT":"1"}, {@code sFT: '1'}. */
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?<![\\w-])(\\\\*[\"']?" + NAMES + "\\\\*[\"']?(?:=|\\s*[=:]\\s*(?=\\\\*[\"'])))"
                    + "(?:\\\\*\"[^\"]*\"?|\\\\*'[^']*'?|(?:<redacted>|[^\\s\"'&,;<>])+)");

    private static final Pattern CREDENTIALS = Pattern.compile("(?i)\\b(Bearer|Basic) [A-Za-z0-9+/=._~-]+");
    private static final Pattern JWT = Pattern.compile("\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_.-]*");
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+/=_-]{40,}");
    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int LONGEST_SEGMENT = 24;

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** Made when first needed: most sign-ins succeed, and have nothing to scrub. */
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    /** Never let this value through. */
    void hide(String secret) {
        if (!secret.isBlank()) {
            secrets.add(secret);
        }
    }

    /** Return the text without secrets. */
    String scrub(String text) {
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = patterns.computeIfAbsent(secret, SecretPattern::of)
                    .matcher(scrubbed)
                    .replaceAll(REDACTED);
        }
        scrubbed = Address.scrubAll(scrubbed.replace(REDACTED, "\u0000")).replace("\u0000", REDACTED);
        scrubbed = NAMED.matcher(scrubbed).replaceAll("$1" + REDACTED);
        scrubbed = CREDENTIALS.matcher(scrubbed).replaceAll("$1 " + REDACTED);
        scrubbed = JWT.matcher(scrubbed).replaceAll(REDACTED);
        return LONG.matcher(scrubbed)
                .replaceAll(run -> looksRandom(run.group()) ? REDACTED : Matcher.quoteReplacement(run.group()));
    }

    /** Return a copy of the tree, every text in it scrubbed. */
    JsonNode scrub(JsonNode tree) {
        if (tree instanceof TextNode text) {
            return new TextNode(scrub(text.asText()));
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode scrubbed = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> scrubbed.add(scrub(element)));
            return scrubbed;
        }
        if (tree instanceof ObjectNode object) {
            ObjectNode scrubbed = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> scrubbed.set(field.getKey(), scrub(field.getValue())));
            return scrubbed;
        }
        return tree;
    }

    /** Words and paths are long, too; tokens mix letters and digits, and do so for long between two slashes. */
    private static boolean looksRandom(String run) {
        boolean digits = run.chars().anyMatch(Character::isDigit);
        boolean cases = !run.equals(run.toLowerCase(Locale.ROOT)) && !run.equals(run.toUpperCase(Locale.ROOT));
        int longest = Arrays.stream(run.split("/"))
                .mapToInt(segment -> GUID.matcher(segment).matches() ? 0 : segment.length())
                .max()
                .orElse(0);
        return (digits || cases) && longest >= LONGEST_SEGMENT;
    }

    /** Say how many secrets it knows. */
    @Override
    public String toString() {
        return "Scrubber[" + secrets.size() + " secrets]";
    }
}
