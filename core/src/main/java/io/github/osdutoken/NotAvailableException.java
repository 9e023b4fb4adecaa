package io.github.osdutoken;

import org.jspecify.annotations.Nullable;

/**
 * Something that is needed is not there now: server, browser, time. Later it may work unchanged.
 *
 * @since 0.1
 */
public final class NotAvailableException extends SignInException {

    private static final long serialVersionUID = 1L;

    NotAvailableException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason, message, cause);
    }
}
