package io.github.osdutoken.emulator.osdu;

/** What the file service says of a body it cannot read, and of nothing else. */
record ApiError(String status, String message) implements ErrorBody {

    static ApiError badRequest(String message) {
        return new ApiError("BAD_REQUEST", message);
    }

    @Override
    public int code() {
        return 400;
    }
}
