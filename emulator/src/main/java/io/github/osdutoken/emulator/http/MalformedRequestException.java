package io.github.osdutoken.emulator.http;

/** A request's query or form cannot be decoded; answered with 400 when nobody catches it. */
public final class MalformedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedRequestException(Throwable cause) {
        super("The query or the form is not percent-encoded", cause);
    }
}
