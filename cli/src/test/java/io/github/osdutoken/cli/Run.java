package io.github.osdutoken.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command, in this JVM unless {@link Launched}. */
public record Run(int exitCode, String out, String err) {

    /**
     * What runs in this JVM share: its system properties, from which they read settings, and its log. Tests with such runs
     * hold it as a {@code ResourceLock}.
     */
    public static final String THIS_JVM = "this JVM";

    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = OsduToken.run(new PrintWriter(out), new PrintWriter(err, true), args);
        return new Run(exitCode, out.toString(), err.toString());
    }

    String lastErrorLine() {
        return err.lines().reduce("", (earlier, later) -> later);
    }
}
