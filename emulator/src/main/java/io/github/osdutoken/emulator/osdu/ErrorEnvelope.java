package io.github.osdutoken.emulator.osdu;

import java.io.Serializable;
import java.util.List;

/** The error body of the schema and the file service, in the style of Google's JSON APIs. */
record ErrorEnvelope(Content error) implements ErrorBody {

    static ErrorEnvelope of(int code, String reason, String message) {
        return new ErrorEnvelope(new Content(code, message, List.of(new Detail("global", reason, message))));
    }

    static ErrorEnvelope badRequest(String message) {
        return of(400, "badRequest", message);
    }

    static ErrorEnvelope unauthorized(String message) {
        return of(401, "unauthorized", message);
    }

    /** Make the answer to a body that breaks its constraints. */
    static ErrorEnvelope violations(List<String> messages) {
        return new ErrorEnvelope(new Content(
                400,
                "Validation Error",
                messages.stream()
                        .map(message -> new Detail("global", "badRequest", message))
                        .toList()));
    }

    @Override
    public int code() {
        return error.code();
    }

    record Content(int code, String message, List<Detail> errors) implements Serializable {}

    record Detail(String domain, String reason, String message) implements Serializable {}
}
