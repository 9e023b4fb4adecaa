package io.github.osdutoken.benchmarks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** One test JVM: runs so many of the generated classes and prints the milliseconds that each took after the first. */
final class Fork {

    private Fork() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        int count = Integer.parseInt(arguments[2]);
        URL[] folder = {Path.of(arguments[0]).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(folder, Fork.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            List<ClassSelector> classes = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                classes.add(selectClass(loader.loadClass(arguments[1] + number)));
            }
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            AfterTheFirst clock = new AfterTheFirst();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(classes)
                                    .build(),
                            summary,
                            clock);
            if (summary.getSummary().getTestsSucceededCount() != count) {
                throw new IllegalStateException(
                        summary.getSummary().getTestsSucceededCount() + " of " + count + " tests passed",
                        summary.getSummary().getFailures().get(0).getException());
            }
            System.out.printf(Locale.ROOT, "%.3f%n", clock.millis() / (count - 1));
        }
    }

    /** Whoever comes first pays for the sign-in and for loading classes. */
    private static final class AfterTheFirst implements TestExecutionListener {

        private long start;
        private long end;

        @Override
        public void executionFinished(TestIdentifier test, org.junit.platform.engine.TestExecutionResult result) {
            if (test.isTest() && start == 0) {
                start = System.nanoTime();
            }
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            end = System.nanoTime();
        }

        double millis() {
            return (end - start) / 1e6;
        }
    }
}
