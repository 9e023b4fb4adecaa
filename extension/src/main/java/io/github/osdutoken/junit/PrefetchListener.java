package io.github.osdutoken.junit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Has the sign-ins that a test plan needs begin when its execution begins. A test waits only for what is left of its own.
 *
 * <p>JUnit's launcher finds it by itself, where there is one; without it, the first test that asks signs in. The
 * configuration parameter {@code junit.platform.execution.listeners.deactivate} switches it off by its name.
 *
 * @since 0.1
 */
public final class PrefetchListener implements TestExecutionListener {

    private final Map<TestPlan, Prefetch> running = new ConcurrentHashMap<>();

    /** Make the listener; JUnit does. */
    public PrefetchListener() {}

    /** Begin in the background, unless nothing is run. */
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (isRun(plan)) {
            running.put(plan, Prefetch.start(plan));
        }
    }

    static boolean isRun(TestPlan plan) {
        return !plan.getConfigurationParameters()
                .getBoolean(LauncherConstants.DRY_RUN_PROPERTY_NAME)
                .orElse(false);
    }

    /** Give up what still goes on: nobody waits for it any more. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Prefetch prefetch = running.remove(plan);
        if (prefetch != null) {
            prefetch.close();
        }
    }
}
