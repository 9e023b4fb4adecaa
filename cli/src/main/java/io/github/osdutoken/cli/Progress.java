package io.github.osdutoken.cli;

import java.io.PrintWriter;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What goes on, on standard error: one line that turns while it lasts for whoever watches a terminal, plain lines for
 * everyone else.
 */
final class Progress implements AutoCloseable {

    private static final String FRAMES = "|/-\\";
    private static final String ERASE = "\r\033[K";
    private static final int WIDTH = 78; // so that the line never wraps: nothing could take it back

    private final PrintWriter err;
    private final @Nullable ScheduledThreadPoolExecutor clock;
    private final Thread eraser = new Thread(this::end, "osdu-token-erase");
    private final long start = System.nanoTime();
    private String all = "";
    private String doing = "";
    private boolean drawn;
    private int frame;
    private boolean ended;

    private Progress(PrintWriter err, @Nullable ScheduledThreadPoolExecutor clock) {
        this.err = err;
        this.clock = clock;
    }

    /** Write plain lines. */
    static Progress plain(PrintWriter err) {
        return new Progress(err, null);
    }

    /** Draw on a terminal. What takes no time is never drawn. */
    static Progress drawn(PrintWriter err) {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "osdu-token-progress");
            thread.setDaemon(true);
            return thread;
        });
        Progress progress = new Progress(err, clock);
        Runtime.getRuntime().addShutdownHook(progress.eraser); // Ctrl+C leaves a clean line
        var unused = clock.scheduleAtFixedRate(progress::turn, 250, 100, TimeUnit.MILLISECONDS);
        return progress;
    }

    /** Say what it is all about; who reads plain lines is told of the steps only, and of none when there are none. */
    synchronized void begin(String what) {
        all = what;
        doing = what;
    }

    /** Say what is being done, for as long as nothing else is. */
    synchronized void doing(String what) {
        doing = what;
        if (clock == null) {
            err.println(what);
        }
    }

    /** Write a line that stays. */
    synchronized void line(String text) {
        erase();
        err.println(text);
        doing = all; // the step is over
    }

    synchronized void turn() {
        if (!doing.isEmpty() && !ended) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            String text = FRAMES.charAt(frame++ % FRAMES.length()) + " " + doing;
            String end = "  " + seconds + " s";
            err.print(ERASE + text.substring(0, Math.min(text.length(), WIDTH - end.length())) + end);
            err.flush();
            drawn = true;
        }
    }

    /** Leave the line clean, also while the JVM ends and the sign-in, which does not know it yet, passes its next page. */
    synchronized void end() {
        ended = true;
        erase();
    }

    private synchronized void erase() {
        if (drawn) {
            err.print(ERASE);
            err.flush();
            drawn = false;
        }
    }

    /** Nothing is done any more; the line is left clean. */
    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
            try {
                Runtime.getRuntime().removeShutdownHook(eraser);
            } catch (IllegalStateException e) {
                // the JVM is ending, and the hook does the same
            }
        }
        end();
    }
}
