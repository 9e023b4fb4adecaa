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
            LOG.debug("No window in the browser that is there, so another one starts: {}", e.toString());
            browser.shut();
            browser.leave();
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
                return new Window(running.driver(), running.driver().getWindowHandle(), this::forget);
            }
        }
        try (Doorway.Passage passage = doorway.pass()) {
            IsolatedContext context = IsolatedContext.open(running.driver().getCapabilities());
            try {
                ChromiumDriver driver = running.another(options, context.handle());
                return new Window(driver, context.handle(), () -> {
                    try (context) {
                        driver.quit();
                    }
                });
            } catch (RuntimeException e) {
                context.close();
                throw e;
            }
        }
    }

    /** Leave nothing of the first user to a browser that goes on. */
    private void forget() {
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

    /** Let nobody else in. */
    private void shut() {
        LOCK.lock();
        try {
            RUNNING.remove(kind, this);
        } finally {
            LOCK.unlock();
        }
    }

    private void leave() {
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

    private final class Window implements BrowserWindow {

        private final ChromiumDriver driver;
        private final String handle;
        private final Runnable end;
        private final int visitsBefore;
        private final boolean aloneAtFirst;
        private boolean closed;

        Window(ChromiumDriver driver, String handle, Runnable end) {
            this.driver = driver;
            this.handle = handle;
            this.end = end;
            LOCK.lock();
            try {
                visitsBefore = visits;
                aloneAtFirst = users == 1;
            } finally {
                LOCK.unlock();
            }
        }

        @Override
        public ChromiumDriver driver() {
            return driver;
        }

        @Override
        public String handle() {
            return handle;
        }

        @Override
        public boolean isAlone() {
            LOCK.lock();
            try {
                return aloneAtFirst && visits == visitsBefore;
            } finally {
                LOCK.unlock();
            }
        }

        @Override
        @SuppressWarnings("try") // as above
        public synchronized void close() {
            if (closed) {
                return;
            }
            closed = true;
            try (Doorway.Passage passage = doorway.pass()) {
                end.run();
            } catch (RuntimeException e) {
                LOG.debug("The window did not close: {}", e.getClass().getSimpleName());
            } finally {
                leave();
            }
        }
    }
}
