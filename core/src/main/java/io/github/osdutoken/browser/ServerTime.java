package io.github.osdutoken.browser;

import java.time.Instant;

/**
 * What time it was at a server.
 *
 * @param date the {@code Date} header of its answer (RFC 9110, section 6.6.1)
 * @param receivedAt when the answer came, by this machine's clock
 */
public record ServerTime(String date, Instant receivedAt) {}
