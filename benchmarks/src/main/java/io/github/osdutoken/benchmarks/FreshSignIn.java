package io.github.osdutoken.benchmarks;

import io.github.osdutoken.Profile;
import io.github.osdutoken.TokenSource;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Signs in once, in a JVM that has just started, and prints the refresh token; with the argument {@code marks}, a line for
 * each thing the library logs instead: at which millisecond of the epoch, and what.
 */
final class FreshSignIn {

    /** Kept, since java.util.logging holds loggers by weak references only. */
    private static final Logger LIBRARY = Logger.getLogger("io.github.osdutoken");

    private FreshSignIn() {}

    public static void main(String[] arguments) {
        boolean marks = arguments.length > 0;
        if (marks) {
            mark("main");
            LIBRARY.setLevel(Level.FINE);
            LIBRARY.addHandler(new Marks());
        }
        Profile profile = Profile.load();
        if (marks) {
            mark("settings");
        }
        String token = TokenSource.of(profile).refreshToken().value();
        if (marks) {
            mark("tokens");
        } else {
            System.out.println(token);
        }
    }

    private static void mark(String what) {
        System.out.println(System.currentTimeMillis() + " " + what);
    }

    private static final class Marks extends Handler {

        @Override
        public void publish(LogRecord entry) {
            Object[] parameters = entry.getParameters();
            String message = parameters == null
                    ? entry.getMessage()
                    : new java.util.logging.SimpleFormatter().formatMessage(entry);
            System.out.println(entry.getMillis() + " " + message);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
