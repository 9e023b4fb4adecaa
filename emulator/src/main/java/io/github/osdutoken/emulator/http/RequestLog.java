package io.github.osdutoken.emulator.http;

/** Hears of each request after it was answered. */
@FunctionalInterface
public interface RequestLog {

    /** Take note of one request and its answer. */
    void answered(Request request, int status);
}
