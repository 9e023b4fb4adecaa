package io.github.osdutoken.oauth;

import io.github.osdutoken.SignInException;
import io.github.osdutoken.Tokens;

/**
 * What came of a refresh that the server understood.
 *
 * @since 0.1
 */
public sealed interface RefreshResult {

    /**
     * New tokens. Their refresh token is the one to keep.
     *
     * @param tokens what the server gave
     */
    record Refreshed(Tokens tokens) implements RefreshResult {}

    /**
     * The refresh token is no longer accepted. Signing in anew may help, once; sending the token again does not.
     *
     * @param failure the exception to throw when nobody can be signed in anew
     */
    record Rejected(SignInException failure) implements RefreshResult {}
}
