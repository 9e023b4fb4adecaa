package io.github.osdutoken.browser;

/**
 * Something the browser could not load.
 *
 * @param type what it was, such as {@code Document} or {@code Script}
 * @param address where it was, without query and fragment
 * @param why a status such as {@code 404}, or the browser's error such as {@code net::ERR_CONNECTION_REFUSED}
 */
public record FailedLoad(String type, String address, String why) {}
