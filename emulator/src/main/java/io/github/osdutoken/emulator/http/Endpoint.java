package io.github.osdutoken.emulator.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {

    /** Answer one request. Called on many threads at once. */
    Response handle(Request request) throws Exception;
}
