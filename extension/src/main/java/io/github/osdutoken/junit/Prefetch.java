package io.github.osdutoken.junit;

import io.github.osdutoken.CacheMode;
import io.github.osdutoken.Profile;
import io.github.osdutoken.TokenSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.TestPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the tokens of a test plan's users on threads of its own, as many users at a time as there are processors, the
 * plan's first ones first. Whoever asks for one meanwhile waits for the same sign-in. What fails here is remembered like
 * any failed attempt, and told by the test that asks for it.
 */
final class Prefetch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Prefetch.class);

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "osdu-prefetch");
                thread.setDaemon(true); // nobody waits for it, the end of the JVM least of all
                return thread;
            });

    private final ConfigurationParameters parameters;

    private Prefetch(ConfigurationParameters parameters) {
        this.parameters = parameters;
    }

    static Prefetch start(TestPlan plan) {
        Prefetch prefetch = new Prefetch(plan.getConfigurationParameters());
        prefetch.threads.execute(() -> prefetch.read(plan));
        return prefetch;
    }

    private void read(TestPlan plan) {
        try {
            PlannedDemands.of(plan).forEach(demand -> threads.execute(() -> get(demand)));
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("What the tests need is not known beforehand", e);
        } finally {
            threads.shutdown();
        }
    }

    private void get(Demand demand) {
        try {
            Profile profile = demand.load(parameters::get);
            if (profile.cache() != CacheMode.NONE) {
                try (TokenSource source = TokenSource.of(profile)) {
                    source.tokens();
                }
            }
        } catch (RuntimeException e) {
            LOG.debug("The tokens of profile '{}' were not got beforehand", demand.profileName(), e);
        }
    }

    /** Interrupt what still goes on. Its browser ends in the background. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
