package io.github.osdutoken;

import org.jspecify.annotations.Nullable;

/**
 * An answer or a page could not be trusted or understood, so nothing more was typed or sent.
 *
 * @since 0.1
 */
public final class NotTrustedException extends SignInException {

    private static final long serialVersionUID = 1L;

    NotTrustedException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason, message, cause);
    }
}
