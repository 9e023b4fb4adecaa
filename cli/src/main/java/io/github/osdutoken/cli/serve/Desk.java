package io.github.osdutoken.cli.serve;

import io.github.osdutoken.SignInException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is being done and what has come of it: one attempt at a time, and the newest tokens. */
final class Desk {

    /** How tokens are come by. Interrupted when nobody wants them any more. */
    interface Work {
        Held run(Notes notes) throws InterruptedException;
    }

    /** Where an attempt tells how far it is; what a cancelled one tells is not heard. */
    interface Notes {
        void step(String text, String where);

        void continueAt(URI address);

        void picture(byte[] picture);

        /** The refresh token is no longer accepted. */
        void refused();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Clock clock;
    private long revision = 1;
    private @Nullable Attempt attempt;
    private @Nullable Thread worker;
    private @Nullable Held held;
    private boolean closed;

    Desk(Clock clock) {
        this.clock = clock;
    }

    /** Begin, unless something else is under way. */
    synchronized boolean begin(Attempt.Kind kind, Work work) {
        if (isBusy()) {
            return false;
        }
        Attempt begun = new Attempt(kind);
        attempt = begun;
        worker = new Thread(() -> run(begun, work), "osdu-page-attempt");
        worker.setDaemon(true);
        worker.start();
        changed();
        return true;
    }

    synchronized void cancel() {
        if (attempt != null && attempt.status == Attempt.Status.RUNNING && worker != null) {
            attempt.status = Attempt.Status.CANCELLED;
            worker.interrupt();
            changed();
        }
    }

    /** End what is under way, and every wait for news: there will be none. */
    synchronized void close() {
        cancel();
        closed = true;
        notifyAll();
    }

    synchronized boolean isBusy() {
        return attempt != null && attempt.status == Attempt.Status.RUNNING;
    }

    synchronized @Nullable Held held() {
        return held;
    }

    synchronized byte @Nullable [] picture() {
        return attempt == null ? null : attempt.picture;
    }

    /**
     * Wait until there is something newer than a revision.
     *
     * @param after the revision that is known already
     * @param limit how long to wait at most
     * @param view makes what is returned of the attempt and the tokens, together with {@link #revision}
     * @return the view, or {@code null} when the desk is closed and there will be nothing newer
     */
    synchronized <T> @Nullable T await(
            long after, Duration limit, BiFunction<@Nullable Attempt, @Nullable Held, T> view)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); revision <= after && left > 0; left = end - System.nanoTime()) {
            if (closed) {
                return null;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return view.apply(attempt, held);
    }

    /** Return what grows with every change. */
    synchronized long revision() {
        return revision;
    }

    private void run(Attempt begun, Work work) {
        try {
            Held found = work.run(notes(begun));
            end(begun, Attempt.Status.DONE, () -> held = found);
        } catch (SignInException e) {
            end(begun, Attempt.Status.FAILED, () -> begun.failure = e);
        } catch (InterruptedException e) {
            end(begun, Attempt.Status.CANCELLED, () -> {});
        } catch (RuntimeException | Error e) {
            LOG.error("A defect ended an attempt", e);
            end(begun, Attempt.Status.FAILED, () -> {});
        }
    }

    private synchronized void end(Attempt ended, Attempt.Status status, Runnable outcome) {
        if (ended.status == Attempt.Status.RUNNING) {
            ended.status = status;
            outcome.run();
            changed();
        }
    }

    private synchronized void note(Attempt noted, Runnable what) {
        if (noted.status == Attempt.Status.RUNNING) {
            what.run();
            changed();
        }
    }

    private void changed() {
        revision++;
        notifyAll();
    }

    private Notes notes(Attempt noted) {
        return new Notes() {
            @Override
            public void step(String text, String where) {
                note(noted, () -> noted.steps.add(new Attempt.Step(text, where, clock.instant())));
            }

            @Override
            public void continueAt(URI address) {
                note(noted, () -> noted.continueAt = address);
            }

            @Override
            public void picture(byte[] picture) {
                note(noted, () -> {
                    noted.picture = picture;
                    noted.pictures++;
                });
            }

            @Override
            public void refused() {
                note(noted, () -> held = held == null ? null : held.refused());
            }
        };
    }
}
