package io.github.osdutoken.profile;

/** A value cannot be used; the message says what to do instead, as a sentence without the value. */
final class MalformedValueException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    MalformedValueException(String text) {
        super(text);
        this.text = text;
    }

    /** The message, never {@code null}. */
    String text() {
        return text;
    }
}
