package io.github.osdutoken;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in was understood and refused. The same input would be refused again, so it is not sent again.
 *
 * @since 0.1
 */
public final class SignInRefusedException extends SignInException {

    private static final long serialVersionUID = 1L;

    SignInRefusedException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason, message, cause);
    }
}
