package io.github.osdutoken.browser;

/** The page is no longer the one that was observed; look again. */
public final class PageChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PageChangedException(String message) {
        super(message);
    }
}
