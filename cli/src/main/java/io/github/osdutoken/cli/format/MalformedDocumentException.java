package io.github.osdutoken.cli.format;

/**
 * A text that is to be changed is not what it should be. The message says what is wrong and where, without the text.
 *
 * @since 0.1
 */
public final class MalformedDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedDocumentException(String message) {
        super(message);
    }
}
