package io.github.osdutoken;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No token could be had. The message says what was attempted, what was found and what to do next, and never holds a
 * secret; {@link #reason()} is for code.
 *
 * @since 0.1
 */
public abstract sealed class SignInException extends RuntimeException
        permits ConfigurationException, SignInRefusedException, NotAvailableException, NotTrustedException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private @Nullable String trace;
    private @Nullable String mend;

    SignInException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Make the exception of the kind that the reason belongs to.
     *
     * @param reason why
     * @param attempted what was attempted, as a clause: "Signing in editor@contoso.com at https://…"
     * @param found what was found instead, as a sentence
     * @param next what the reader can do about it, as a sentence
     * @return the exception, to be thrown
     */
    public static SignInException of(Reason reason, String attempted, String found, String next) {
        return of(reason, attempted, found, next, null);
    }

    /**
     * Make the exception of the kind that the reason belongs to, with its cause.
     *
     * @param reason why
     * @param attempted what was attempted, as a clause
     * @param found what was found instead, as a sentence
     * @param next what the reader can do about it, as a sentence
     * @param cause what led here; its message must hold no secret, since stack traces print it
     * @return the exception, to be thrown
     */
    public static SignInException of(
            Reason reason, String attempted, String found, String next, @Nullable Throwable cause) {
        SignInException failure = ofMessage(reason, attempted + " failed: " + found + " " + next, cause);
        failure.mend = next;
        return failure;
    }

    /**
     * Make the same exception anew, so that a failure remembered on one thread has the stack of the one that meets it.
     *
     * @param prefix what to say before the remembered message
     * @return a new exception with the same reason, and this one as its cause
     */
    public SignInException again(String prefix) {
        SignInException again = ofMessage(reason, prefix + getMessage(), this);
        again.trace = trace;
        again.mend = mend;
        return again;
    }

    /**
     * Make the exception of a failure that another process met and wrote down.
     *
     * @param reason why
     * @param message the whole message, without any secret
     * @param trace the page that shows what the sign-in met, or {@code null} when none was written
     * @return the exception, to be thrown
     */
    public static SignInException remembered(Reason reason, String message, @Nullable Path trace) {
        SignInException remembered = ofMessage(reason, message, null);
        remembered.trace = trace == null ? null : trace.toString();
        return remembered;
    }

    /**
     * Make the same exception with where its trace is.
     *
     * @param page the trace's page; the message ends with it
     * @return a new exception with the same reason, stack and cause
     */
    public SignInException withTrace(Path page) {
        SignInException traced = ofMessage(reason, getMessage() + " Trace: " + page, getCause());
        traced.trace = page.toString();
        traced.mend = mend;
        traced.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            traced.addSuppressed(suppressed);
        }
        return traced;
    }

    /**
     * Return the page that shows what the sign-in met, free of secrets; a browser opens it.
     *
     * @return the path of its {@code index.html}; empty when none was written
     */
    public Optional<Path> trace() {
        return Optional.ofNullable(trace).map(Path::of);
    }

    /**
     * Return what the reader can do about it, which is part of the message.
     *
     * @return a sentence or two; empty when the failure was met by another process
     */
    public Optional<String> mend() {
        return Optional.ofNullable(mend);
    }

    private static SignInException ofMessage(Reason reason, String message, @Nullable Throwable cause) {
        return switch (reason.exitCode()) {
            case 2 -> new ConfigurationException(reason, message, cause);
            case 3 -> new SignInRefusedException(reason, message, cause);
            case 4 -> new NotAvailableException(reason, message, cause);
            default -> new NotTrustedException(reason, message, cause);
        };
    }

    /**
     * Return why no token could be had.
     *
     * @return the reason, stable across versions
     */
    public Reason reason() {
        return reason;
    }
}
