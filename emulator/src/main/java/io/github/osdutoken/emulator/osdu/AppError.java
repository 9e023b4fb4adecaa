package io.github.osdutoken.emulator.osdu;

/** The error body OSDU's Java services share: exactly these three fields. */
record AppError(int code, String reason, String message) implements ErrorBody {

    static final String NOT_AUTHORIZED = "The user is not authorized to perform this action";

    AppError {
        reason = oneLine(reason);
        message = oneLine(message);
    }

    /** A 403 as storage gives it; other services send the same words with another code. */
    static AppError accessDenied(int code) {
        return new AppError(code, "Access denied", NOT_AUTHORIZED);
    }

    static AppError unauthorized(String message) {
        return new AppError(401, "Unauthorized", message);
    }

    private static String oneLine(String text) {
        return text.replace('\n', '_').replace('\r', '_');
    }
}
