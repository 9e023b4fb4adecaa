package io.github.osdutoken.systemtests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged by anybody in this JVM, at the finest level, until closed. */
final class Logged extends Handler implements AutoCloseable {

    /** They set levels of their own, or are asked for by name. */
    private static final List<Logger> LOUD = List.of(
            Logger.getLogger("io.github.osdutoken"),
            Logger.getLogger("org.openqa.selenium"),
            Logger.getLogger("jdk.httpclient"),
            Logger.getLogger("com.nimbusds"));

    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final List<Handler> others = Arrays.asList(root.getHandlers());
    private final List<Said> said = new ArrayList<>();

    /** One record: which logger, and all that a handler would print. */
    record Said(String logger, String text) {}

    private Logged() {
        setLevel(Level.ALL);
        setFormatter(new SimpleFormatter());
    }

    static Logged fromHere() {
        Logged logged = new Logged();
        logged.others.forEach(logged.root::removeHandler); // or the build's log would drown
        logged.root.setLevel(Level.ALL);
        LOUD.forEach(logger -> logger.setLevel(Level.ALL));
        logged.root.addHandler(logged);
        return logged;
    }

    synchronized List<Said> said() {
        return List.copyOf(said);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        said.add(new Said(record.getLoggerName(), getFormatter().format(record)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(level);
        LOUD.forEach(logger -> logger.setLevel(null));
        others.forEach(root::addHandler);
    }
}
