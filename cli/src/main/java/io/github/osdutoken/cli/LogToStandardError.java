package io.github.osdutoken.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Shows our own log as plain lines on standard error, and other libraries' only when something is wrong. */
final class LogToStandardError extends Handler {

    /** Kept, since java.util.logging holds loggers by weak references only. */
    private static final List<Logger> LOGGERS = List.of(Logger.getLogger(""), Logger.getLogger("io.github.osdutoken"));

    private final PrintWriter err;

    private LogToStandardError(PrintWriter err) {
        this.err = err;
        setFormatter(new Formatter() {
            @Override
            public String format(LogRecord record) {
                return formatMessage(record);
            }
        });
    }

    static void begin(PrintWriter err, boolean verbose) {
        LogManager.getLogManager().reset();
        LOGGERS.get(0).addHandler(new LogToStandardError(err));
        LOGGERS.get(0).setLevel(verbose ? Level.INFO : Level.SEVERE);
        LOGGERS.get(1).setLevel(verbose ? Level.FINE : Level.INFO);
    }

    static void end() {
        LogManager.getLogManager().reset();
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            err.println(getFormatter().format(record));
        }
    }

    @Override
    public void flush() {
        err.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
