package io.github.osdutoken.junit;

import io.github.osdutoken.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test cases as a build tool does, against an emulator of its own. */
final class Runner implements AutoCloseable {

    private final Emulator emulator;
    private final Path folder;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Runner(Emulator emulator, Path folder) {
        this.emulator = emulator;
        this.folder = folder;
        parameters.put("osdu.cache", "memory");
        parameters.put("osdu.issuer", emulator.issuer().toString());
        parameters.put("osdu.client-id", emulator.clientId());
        user("osdu.", "default");
        user("osdu.profile.no-access.", "no-access");
    }

    private void user(String prefix, String user) {
        parameters.put(prefix + "username", emulator.user(user).username());
        password(prefix + "password-file", emulator.user(user).password());
    }

    Runner password(String key, String password) {
        try {
            return with(key, Files.writeString(folder.resolve(key), password).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Runner with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Emulator emulator() {
        return emulator;
    }

    TestExecutionSummary run(Class<?> testCase) {
        return run(DiscoverySelectors.selectClass(testCase));
    }

    TestExecutionSummary run(DiscoverySelector tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        inSession(session -> session.getLauncher().execute(request(tests), summary));
        return summary.getSummary();
    }

    void discover(Class<?> testCase) {
        inSession(session -> session.getLauncher().discover(request(DiscoverySelectors.selectClass(testCase))));
    }

    static void inSession(Consumer<LauncherSession> action) {
        // Services would be found too, but not by those who read a test.
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addLauncherSessionListeners(new TokenExport())
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            action.accept(session);
        }
    }

    private LauncherDiscoveryRequest request(DiscoverySelector tests) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .configurationParameters(parameters)
                .build();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
