package io.github.osdutoken.browser;

import java.io.IOException;
import java.net.URL;
import org.openqa.selenium.remote.service.DriverService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A driver process on this machine and the folder it works in. Both are gone when closed, at the latest with the JVM, and
 * seconds after it if it is killed.
 */
final class LocalDriver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalDriver.class);

    private final ScratchFolder scratch = ScratchFolder.make();
    private final DeathWatch watch = DeathWatch.over(scratch.path());
    private final DriverService service;
    private final Thread atExit = new Thread(this::end, "osdu-driver-end");
    private boolean closed;
    private volatile boolean quit;

    private LocalDriver(InstalledBrowser installed) {
        service = installed.service(scratch);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static LocalDriver start(InstalledBrowser installed) throws IOException {
        LocalDriver driver = new LocalDriver(installed);
        try {
            driver.service.start();
        } catch (IOException | RuntimeException e) {
            driver.close();
            throw e;
        }
        return driver;
    }

    URL url() {
        return service.getUrl();
    }

    /** Note that the browser has quit. Without that, one may have been started a moment ago, of which the driver forgets. */
    void browserHasQuit() {
        quit = true;
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.trace("The JVM is ending, and its hook found nothing left to do");
        }
    }

    /** End once. Whoever comes second, the JVM's end for one, waits until the first is through. */
    private synchronized void end() {
        if (!closed) {
            closed = true;
            service.stop();
            scratch.close();
            if (quit) {
                watch.close();
            } else {
                watch.sweep();
            }
        }
    }
}
