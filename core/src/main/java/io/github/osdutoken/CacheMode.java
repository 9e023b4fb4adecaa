package io.github.osdutoken;

/**
 * Where tokens are kept between two requests for them.
 *
 * @since 0.1
 */
public enum CacheMode {
    /** In this process, and encrypted in the user's cache folder for the next one. */
    FILE,
    /** In this process only. */
    MEMORY,
    /** Nowhere else: each {@link TokenSource} signs in for itself. */
    NONE
}
