package io.github.osdutoken.cli.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the page: a browser whose user has typed the code that the terminal shows. A code serves once, and there is
 * a new one then.
 */
final class Admission {

    /** What cannot be mistaken for something else when it is read aloud or copied by hand. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int CODE_LENGTH = 8;

    /** One in 13 thousand million is all that a guesser gets. */
    private static final int MOST_FAILURES = 50;

    private final SecureRandom random = new SecureRandom();
    private final String cookie = secret();
    private final String key = secret();
    private final Consumer<String> changed;
    private String code = newCode();
    private int failures;

    /**
     * Let nobody in yet.
     *
     * @param changed told of each further code to show; of an empty one when there are no more
     */
    Admission(Consumer<String> changed) {
        this.changed = changed;
    }

    /** Return the code to show, such as {@code K7QM-4XWD}; empty when too many wrong ones were tried. */
    synchronized String code() {
        return code;
    }

    /** Take a code, and tell whether it was the right one. */
    synchronized boolean admits(String typed) {
        if (code.isEmpty()) {
            return false;
        }
        boolean right = same(plain(code), plain(typed));
        if (right) {
            code = newCode();
            failures = 0;
            changed.accept(code);
        } else if (++failures >= MOST_FAILURES) {
            code = "";
            changed.accept(code);
        }
        return right;
    }

    /** Return what an admitted browser keeps for itself, where pages of other ports do not get it. */
    String cookie() {
        return cookie;
    }

    /** Return what an admitted page's script sends with each request, which no other page can. */
    String key() {
        return key;
    }

    boolean knowsCookie(@Nullable String sent) {
        return sent != null && same(cookie, sent);
    }

    boolean knowsKey(@Nullable String sent) {
        return sent != null && same(key, sent);
    }

    private String newCode() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            text.append(i == CODE_LENGTH / 2 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    private static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
