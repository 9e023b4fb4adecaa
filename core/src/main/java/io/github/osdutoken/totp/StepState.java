package io.github.osdutoken.totp;

/** Whether the code of a time step may be given. */
enum StepState {
    /** It was not given yet. */
    FREE,
    /** It was given, here or by another process. */
    USED,
    /** Another process is looking just now. */
    BUSY
}
