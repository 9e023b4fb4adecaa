package io.github.osdutoken;

/**
 * When the record of a sign-in is saved.
 *
 * @since 0.1
 */
public enum TraceMode {
    /** When it fails. */
    ON_FAILURE,
    /** Whatever becomes of it. */
    ALWAYS,
    /** Never; nothing is recorded. */
    OFF
}
