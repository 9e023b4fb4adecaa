package io.github.osdutoken.cli;

import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Shows our own log as progress on standard error, and other libraries' only when something is wrong. */
final class LogToStandardError extends Handler {

    /** Logs each page of a sign-in as it comes. */
    private static final String PAGES = "io.github.osdutoken.signin.Journey";

    /** Says as an error what the exception says that it throws next. */
    private static final String DRIVERS = "io.github.bonigarcia.wdm";

    /** Kept, since java.util.logging holds loggers by weak references only. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger(""),
            Logger.getLogger("io.github.osdutoken"),
            Logger.getLogger(PAGES),
            Logger.getLogger(DRIVERS));

    private static final Formatter MESSAGE = new SimpleFormatter();

    private final Progress progress;

    private LogToStandardError(Progress progress) {
        this.progress = progress;
    }

    static void begin(Progress progress, Verbosity verbosity) {
        LogManager.getLogManager().reset();
        LOGGERS.get(0).addHandler(new LogToStandardError(progress));
        LOGGERS.get(0).setLevel(verbosity == Verbosity.VERBOSE ? Level.INFO : Level.SEVERE);
        LOGGERS.get(1)
                .setLevel(
                        switch (verbosity) {
                            case QUIET -> Level.OFF;
                            case USUAL -> Level.INFO;
                            case VERBOSE -> Level.FINE;
                        });
        LOGGERS.get(2).setLevel(verbosity == Verbosity.QUIET ? Level.OFF : Level.FINE);
        LOGGERS.get(3).setLevel(verbosity == Verbosity.VERBOSE ? Level.INFO : Level.OFF);
    }

    static void end() {
        LogManager.getLogManager().reset();
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        String message = MESSAGE.formatMessage(record);
        if (PAGES.equals(record.getLoggerName())) {
            progress.doing(message);
        } else {
            progress.line(message);
        }
    }

    @Override
    public void flush() {
        // every line is
    }

    @Override
    public void close() {
        // the stream is not ours
    }
}
