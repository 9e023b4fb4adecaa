package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;

/** Answers one call of a caller who may make it; a refusal is an {@link AppException}. */
@FunctionalInterface
interface Operation {

    Response call(Request request, Caller caller);
}
