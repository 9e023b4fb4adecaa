package io.github.osdutoken;

/**
 * A test user's password.
 *
 * @since 0.1
 */
public final class Password extends Secret {

    /**
     * Wrap a password.
     *
     * @param value the password exactly as it is typed, blanks included
     */
    public Password(String value) {
        super(value);
    }
}
