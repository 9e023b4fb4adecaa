package io.github.osdutoken.totp;

/** The text is no TOTP secret; the message says why and what to give instead, without the text. */
final class UnusableSecretException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String WHERE_TO_FIND =
            " Give the base32 text that the registration page of Entra ID shows under 'I want to use a different"
                    + " authenticator app', 'Can't scan image?', or an otpauth://totp/ URI.";

    private final String text;

    UnusableSecretException(String why) {
        super(why + WHERE_TO_FIND);
        this.text = why + WHERE_TO_FIND;
    }

    /** The message, never {@code null}. */
    String text() {
        return text;
    }
}
