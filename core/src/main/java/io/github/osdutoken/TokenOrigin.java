package io.github.osdutoken;

/**
 * Where tokens came from: what had to be done to hand them out.
 *
 * @since 0.1
 */
public enum TokenOrigin {
    /** They were kept from before; nothing was asked of the server. */
    CACHE,
    /** A refresh token was exchanged for them, without a browser. */
    REFRESH,
    /** A user was signed in with a browser. */
    SIGN_IN
}
