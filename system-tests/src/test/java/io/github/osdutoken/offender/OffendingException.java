package io.github.osdutoken.offender;

/** A public exception outside the family. */
public final class OffendingException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
