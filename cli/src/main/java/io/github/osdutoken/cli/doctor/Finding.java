package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report.
 *
 * @param check what was looked at
 * @param status what came of it
 * @param found what was found, without any secret
 * @param mend what to do about it; empty when there is nothing to do
 * @param reason why a sign-in fails for it, {@code null} unless it does
 */
record Finding(
        String check,
        Status status,
        String found,
        String mend,
        @Nullable Reason reason) {

    static Finding ok(String check, String found) {
        return new Finding(check, Status.OK, found, "", null);
    }

    static Finding warning(String check, String found, String mend) {
        return new Finding(check, Status.WARNING, found, mend, null);
    }

    static Finding failure(String check, Reason reason, String found, String mend) {
        return new Finding(check, Status.FAILURE, found, mend, reason);
    }

    /** A check that met what a sign-in would. */
    static Finding failure(String check, SignInException e) {
        String message = String.valueOf(e.getMessage());
        String mend = e.mend().orElse("");
        int at = mend.isEmpty() ? -1 : message.indexOf(" " + mend);
        // What follows the mend is where the trace is.
        String found = at < 0 ? message : message.substring(0, at) + message.substring(at + 1 + mend.length());
        return failure(check, e.reason(), oneLine(found), oneLine(mend));
    }

    static Finding skipped(String check, String why) {
        return new Finding(check, Status.SKIPPED, why, "", null);
    }

    boolean failed() {
        return status == Status.FAILURE;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
