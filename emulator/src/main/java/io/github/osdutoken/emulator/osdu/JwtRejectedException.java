package io.github.osdutoken.emulator.osdu;

/** The edge does not accept a token; the message is what it tells the caller. */
final class JwtRejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    JwtRejectedException(String message) {
        this(401, message);
    }

    JwtRejectedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
