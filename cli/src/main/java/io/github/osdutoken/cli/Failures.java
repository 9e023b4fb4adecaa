package io.github.osdutoken.cli;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How a failure ends: the last line on standard error is {@code error[REASON] …}, and the exit code is the reason's. */
final class Failures {

    private static final int USAGE = 2;
    private static final int DEFECT = 70;
    private static final int MOST_CAUSES = 20;

    private Failures() {}

    static int usage(ParameterException e, boolean quiet) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        if (!quiet) {
            command.usage(err);
        }
        return line(err, "CONFIGURATION", String.valueOf(e.getMessage()), USAGE);
    }

    static int of(Throwable e, PrintWriter err, boolean verbose) {
        if (verbose) {
            e.printStackTrace(err);
        }
        if (e instanceof SignInException failure) {
            return line(
                    err,
                    failure.reason().name(),
                    String.valueOf(failure.getMessage()),
                    failure.reason().exitCode());
        }
        if (isForMemory(e)) {
            return of(tooLittleMemory(), err, false);
        }
        return line(
                err,
                "DEFECT",
                "This should not have happened: " + e + ". Run again with --verbose and report what it prints.",
                DEFECT);
    }

    private static SignInException tooLittleMemory() {
        return SignInException.of(
                Reason.UNAVAILABLE,
                "Running osdu-token",
                "Java has too little memory.",
                "Give it more: OSDU_TOKEN_JAVA_OPTIONS=-Xmx64m, or a larger container.");
    }

    /** Return the line for when there is not even enough memory to make a line. */
    static byte[] noMemory() {
        SignInException failure = tooLittleMemory();
        return text(failure.reason().name(), String.valueOf(failure.getMessage()))
                .concat(System.lineSeparator())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The JDK fails in many ways when a class of its own found no memory to begin with, and names that in a text only. */
    private static boolean isForMemory(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof OutOfMemoryError
                        || String.valueOf(cause.getMessage()).contains(OutOfMemoryError.class.getName()));
    }

    /** A command could not be run. */
    static int notRun(String command, CommandOnPath found, PrintWriter err) {
        return line(
                err,
                "CONFIGURATION",
                "Running " + command + " failed: " + found.found() + " " + found.next(),
                found.exitCode());
    }

    private static int line(PrintWriter err, String reason, String message, int exitCode) {
        LogToStandardError.end(); // a browser still closing must not have the last word
        err.println(text(reason, message));
        err.flush();
        return exitCode;
    }

    private static String text(String reason, String message) {
        return "error[" + reason + "] " + message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
