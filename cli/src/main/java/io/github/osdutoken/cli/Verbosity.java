package io.github.osdutoken.cli;

/** How much is said on standard error. */
enum Verbosity {
    /** Errors only. */
    QUIET,
    /** What is being done, and notes. */
    USUAL,
    /** Where each setting came from, and stack traces. */
    VERBOSE
}
