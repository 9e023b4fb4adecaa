package io.github.osdutoken.browser;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openqa.selenium.remote.service.DriverService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A driver process on this machine and the folder it works in. Both are gone when closed, at the latest with the JVM, and
 * seconds after it if it is killed.
 */
final class LocalDriver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalDriver.class);

    private static final long PATIENCE_SECONDS = 3;

    private final ScratchFolder scratch = ScratchFolder.make();
    private final LastWill will = DeathWatch.over(scratch.path());
    private final DriverService service;
    private final Thread atExit = new Thread(() -> end(true), "osdu-driver-end");
    private boolean closed;
    private volatile boolean hasBrowser;

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

    /** Note that the browser has started. Before that, there may be one that nobody knows of yet. */
    void hasBrowser() {
        hasBrowser = true;
    }

    @Override
    public void close() {
        end(!hasBrowser);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.trace("The JVM is ending, and its hook found nothing left to do");
        }
    }

    /**
     * End once. Whoever comes second, the JVM's end for one, waits until the first is through.
     *
     * @param sweep whether there may be more to end than is known
     */
    private synchronized void end(boolean sweep) {
        if (!closed) {
            closed = true;
            boolean found = kill();
            scratch.close();
            if (sweep || !found) { // a driver that crashed leaves its browser behind
                will.execute();
            } else {
                will.close();
            }
            if (found) {
                service.stop();
            } else { // which waits some seconds for a driver that crashed; whoever is to start another one need not
                Thread stop = new Thread(service::stop, "osdu-driver-stop");
                stop.setDaemon(true);
                stop.start();
            }
        }
    }

    /**
     * Kill driver and browser: there is no profile to be saved, and a browser that is asked to end takes a while. Where
     * the driver cannot be told by its port, it is asked. Only the driver's end is waited for: it is our child, and comes
     * last; of the others nobody hears, and some systems list them long after.
     *
     * @return whether the driver was still there
     */
    private boolean kill() {
        String port = "--port=" + service.getUrl().getPort();
        List<ProcessHandle> drivers = ProcessHandle.current()
                .children()
                .filter(child -> Arrays.asList(child.info().arguments().orElse(new String[0]))
                        .contains(port))
                .toList();
        for (ProcessHandle driver : drivers) {
            driver.descendants().forEach(ProcessHandle::destroyForcibly);
            driver.destroyForcibly();
            try {
                driver.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                LOG.debug("The driver has not ended: {}", e.toString());
            }
        }
        return !drivers.isEmpty();
    }
}
