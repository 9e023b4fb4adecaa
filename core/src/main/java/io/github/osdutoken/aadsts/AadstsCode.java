package io.github.osdutoken.aadsts;

import io.github.osdutoken.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of Entra ID's error numbers, in our words.
 *
 * <p>Microsoft may change numbers and texts, so they explain a failure; what the code does next follows the OAuth error
 * wherever there is one.
 *
 * @param number the digits after {@code AADSTS}
 * @param reason the reason to report when this number ends the sign-in
 * @param cause what the number means, one sentence
 * @param mend what to do about it, one sentence
 * @param informational whether the number marks a normal step of a sign-in and is no failure by itself
 * @param known whether the number is in our table
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Microsoft's list</a>
 * @since 0.1
 */
public record AadstsCode(int number, Reason reason, String cause, String mend, boolean informational, boolean known) {

    private static final Pattern CORRELATION_ID =
            Pattern.compile("Correlation ID:\\s*([0-9a-f-]{36})", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMESTAMP = Pattern.compile(
            "Timestamp:\\s*(\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z)", Pattern.CASE_INSENSITIVE);

    static AadstsCode unknown(int number) {
        return new AadstsCode(
                number,
                Reason.PROTOCOL,
                "This number is not in our table.",
                "Look it up at https://login.microsoftonline.com/error?code=" + number + ".",
                false,
                false);
    }

    /**
     * Return the part of a message that names this number, what it means, and what an administrator needs to find the
     * sign-in in the log.
     *
     * <p>Of Entra ID's own text only the correlation id and the timestamp are taken: the rest may repeat what was sent.
     *
     * @param description Entra ID's {@code error_description} or the error page's text; may be empty
     * @return for instance {@code AADSTS50126: The user name or the password is wrong. (correlation id …, timestamp …)}
     */
    public String describe(String description) {
        Optional<String> correlationId = first(CORRELATION_ID, description).map(id -> "correlation id " + id);
        Optional<String> timestamp = first(TIMESTAMP, description).map(time -> "timestamp " + time);
        String where = correlationId
                .map(id -> timestamp.map(time -> id + ", " + time).orElse(id))
                .or(() -> timestamp)
                .map(text -> " (" + text + ")")
                .orElse("");
        return "AADSTS" + number + ": " + cause + where;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
