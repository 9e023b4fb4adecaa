package io.github.osdutoken;

import org.jspecify.annotations.Nullable;

/**
 * A setting is missing or wrong; nothing was sent anywhere.
 *
 * @since 0.1
 */
public final class ConfigurationException extends SignInException {

    private static final long serialVersionUID = 1L;

    ConfigurationException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason, message, cause);
    }
}
