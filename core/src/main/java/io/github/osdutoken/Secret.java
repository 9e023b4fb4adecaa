package io.github.osdutoken;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be seen: it prints {@code <redacted>} wherever it ends up, and gives its text only to who asks
 * for {@link #value()}.
 *
 * @since 0.1
 */
public abstract class Secret {

    private final String value;

    /**
     * Wrap a secret's text.
     *
     * @param value the text, not empty
     * @throws IllegalArgumentException if the text is empty
     */
    protected Secret(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A " + getClass().getSimpleName() + " cannot be empty");
        }
        this.value = value;
    }

    /**
     * Return the secret itself. Do not log it, and do not put it in an assertion's message.
     *
     * @return the text, never empty
     */
    public final String value() {
        return value;
    }

    /** Tell whether two secrets of the same kind have the same text, in constant time. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Secret that
                && that.getClass() == getClass()
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** Return {@code <redacted>}, always. */
    @Override
    public final String toString() {
        return "<redacted>";
    }
}
