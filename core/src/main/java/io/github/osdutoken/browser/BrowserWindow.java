package io.github.osdutoken.browser;

import org.jspecify.annotations.Nullable;

/** A window for one sign-in: in a browser of its own unless said otherwise, or in one that others use at the same time. */
interface BrowserWindow extends AutoCloseable {

    /** Return what drives the window. */
    ChromiumDriver driver();

    /**
     * Return the window's handle, by which the browser's log tells it from the others; {@code null} where there are no
     * others.
     */
    default @Nullable String handle() {
        return null;
    }

    /** Tell whether nobody else has been in the browser since this window was opened. */
    default boolean isAlone() {
        return true;
    }

    /** Leave the browser; with the last one, it ends. A failure to do so is logged and disturbs nobody. */
    @Override
    void close();

    /** Leave the browser without asking the window anything, for it does not answer. */
    default void abandon() {
        close();
    }
}
