package io.github.osdutoken.browser;

import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A headless browser of this machine for all who sign in at the same time. The first starts it and has its first window;
 * who comes later gets a context of their own. It ends with its only user, or a moment after the last of several has left,
 * at the latest with the JVM.
 */
final class SharedBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(SharedBrowser.class);

    /** How long an empty browser waits for the next user, if there has been more than one. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Guards which browsers there are and how many use them. It is never held while a browser is talked to. */
    private static final ReentrantLock LOCK = new ReentrantLock();

    private static final Condition ENTERED = LOCK.newCondition();
    private static final Map<Kind, SharedBrowser> RUNNING = new HashMap<>();

    /** What is the same for all of a browser's users. */
    private record Kind(String browser, @Nullable String unreachable) {}

    /**
     * How things were when somebody came.
     *
     * @param number how many had come by then
     * @param alone whether all others had left
     */
    record Visit(int number, boolean alone) {}

    private final Kind kind;
    private final Doorway doorway = new Doorway();
    private int users;
    private int visits;
    private boolean ended;
    private @Nullable BrowserProcess process;

    private SharedBrowser(Kind kind) {
        this.kind = kind;
    }

    /**
     * Open a window in the browser that is there, or in a new one.
     *
     * @throws SignInException if no browser could be started
     */
    static BrowserWindow open(SignInOptions options, @Nullable String unreachable) {
        SharedBrowser browser = enter(new Kind(options.browser(), unreachable));
        try {
            return browser.window(options);
        } catch (SignInException e) {
            browser.leave();
            throw e;
        } catch (RuntimeException e) {
            browser.shut();
            browser.leave();
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.debug("No window in the browser that is there, so another one starts: {}", e.toString());
            return BrowserProcess.start(options, unreachable);
        }
    }

    private static SharedBrowser enter(Kind kind) {
        LOCK.lock();
        try {
            SharedBrowser browser = RUNNING.computeIfAbsent(kind, SharedBrowser::new);
            browser.users++;
            browser.visits++;
            ENTERED.signalAll();
            return browser;
        } finally {
            LOCK.unlock();
        }
    }

    /** Whoever comes while the browser starts waits for it. */
    @SuppressWarnings("try") // the passage is held, and that is all there is to do with it
    private BrowserWindow window(SignInOptions options) {
        BrowserProcess running;
        synchronized (this) {
            running = process;
            if (running == null) {
                process = running = BrowserProcess.start(options, kind.unreachable);
                return new SharedWindow(this, running.driver(), running.driver().getWindowHandle(), null);
            }
        }
        try (Doorway.Passage passage = doorway.pass()) {
            IsolatedContext context = IsolatedContext.open(running.driver().getCapabilities());
            try {
                ChromiumDriver driver = running.another(options, context.handle());
                return new SharedWindow(this, driver, context.handle(), context);
            } catch (RuntimeException e) {
                context.close();
                throw e;
            }
        }
    }

    /** Leave nothing of the first user to a browser that goes on. */
    void forget() {
        BrowserProcess running = process;
        if (running != null && hasOthers()) {
            running.forget();
        }
    }

    private boolean hasOthers() {
        LOCK.lock();
        try {
            return visits > 1;
        } finally {
            LOCK.unlock();
        }
    }

    /** Return what it takes to tell later whether one who has just come was alone all the time. */
    Visit visit() {
        LOCK.lock();
        try {
            return new Visit(visits, users == 1);
        } finally {
            LOCK.unlock();
        }
    }

    /** Wait until no other window comes or goes. */
    Doorway.Passage pass() {
        return doorway.pass();
    }

    /** Let nobody else in. */
    void shut() {
        LOCK.lock();
        try {
            RUNNING.remove(kind, this);
        } finally {
            LOCK.unlock();
        }
    }

    void leave() {
        LOCK.lock();
        try {
            users--;
            if (users > 0) {
                return;
            }
        } finally {
            LOCK.unlock();
        }
        Thread end = new Thread(this::endUnlessUsed, "osdu-browser-end");
        end.setDaemon(true);
        end.start();
    }

    private void endUnlessUsed() {
        if (isLeft()) {
            end();
        }
    }

    /** Wait a moment for the next user, and let nobody in any more when none has come. Tells that to one thread only. */
    private boolean isLeft() {
        LOCK.lock();
        try {
            long left = visits > 1 ? LINGER_NANOS : 0;
            while (users == 0 && RUNNING.get(kind) == this && left > 0) {
                left = ENTERED.awaitNanos(left);
            }
            if (users > 0 || ended) {
                return false;
            }
            ended = true;
            RUNNING.remove(kind, this);
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        } finally {
            LOCK.unlock();
        }
    }

    private synchronized void end() {
        if (process != null) {
            process.close();
        }
    }
}
