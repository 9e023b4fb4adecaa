package io.github.osdutoken.cache;

import java.net.URI;
import java.time.Instant;

/**
 * Tokens in the cache folder, as far as a stranger to the user's secrets can tell. Whose they are, and for which scope,
 * is encrypted.
 *
 * @param issuer the issuer
 * @param clientId the application
 * @param storedAt when they were stored last
 * @param bytes the size of the file
 * @since 0.1
 */
public record CacheEntry(URI issuer, String clientId, Instant storedAt, long bytes) {}
