package io.github.osdutoken.emulator.osdu;

import java.util.List;
import java.util.Map;

/** Ends a call with an error body. */
final class AppException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorBody error;

    AppException(ErrorBody error) {
        super(error.toString());
        this.error = error;
    }

    AppException(int code, String reason, String message) {
        this(new AppError(code, reason, message));
    }

    /** Make the answer to a body that breaks its constraints: the message is itself JSON, in a string. */
    static AppException violations(List<String> messages) {
        return new AppException(400, "Validation error.", Json.text(Map.of("errors", messages)));
    }

    ErrorBody error() {
        return error;
    }
}
