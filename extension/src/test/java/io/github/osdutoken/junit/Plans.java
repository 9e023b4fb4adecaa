package io.github.osdutoken.junit;

import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Test plans as build tools and IDEs make them, with every listener that is found on the class path. */
final class Plans {

    private Plans() {}

    static TestPlan discover(Map<String, String> parameters, Class<?>... testCases) {
        return LauncherFactory.create().discover(request(parameters, testCases));
    }

    static TestExecutionSummary run(Map<String, String> parameters, Class<?>... testCases) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request(parameters, testCases), summary);
        return summary.getSummary();
    }

    private static LauncherDiscoveryRequest request(Map<String, String> parameters, Class<?>... testCases) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        parameters.forEach(request::configurationParameter);
        for (Class<?> testCase : testCases) {
            request.selectors(DiscoverySelectors.selectClass(testCase));
        }
        return request.build();
    }
}
