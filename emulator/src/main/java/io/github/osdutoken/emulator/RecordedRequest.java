package io.github.osdutoken.emulator;

import java.time.Instant;

/**
 * A request the emulator answered.
 *
 * @param at when it was answered
 * @param method GET, POST, …
 * @param path the path without the query, which may hold codes
 * @param status the status code, 0 when the connection was dropped
 */
public record RecordedRequest(Instant at, String method, String path, int status) {}
