package io.github.osdutoken.junit;

import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** An emulator of a test class's own, and test cases run against it by an engine of their own. */
final class Tenant implements AutoCloseable {

    private final Emulator emulator = Emulator.start();
    private final Path folder;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Tenant(Path folder) {
        this.folder = folder;
        // The emulator's real settings without the secrets, which configuration parameters cannot hold.
        emulator.settings("default").forEach((key, value) -> {
            if (!key.equals("osdu.password")) {
                parameters.put(key, value);
            }
        });
        parameters.put("osdu.cache", "memory");
        password(emulator.user("default").password());
        profile("no-access", emulator.user("no-access"));
    }

    Emulator emulator() {
        return emulator;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    Tenant password(String password) {
        return with("osdu.password-file", file("password", password));
    }

    private void profile(String name, EmulatorUser user) {
        with("osdu.profile." + name + ".username", user.username());
        with("osdu.profile." + name + ".password-file", file(name + "-password", user.password()));
    }

    Tenant with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    private String file(String name, String content) {
        return file(folder, name, content);
    }

    static String file(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EngineExecutionResults run(Class<?>... testCases) {
        return run(parameters, testCases);
    }

    EngineExecutionResults runWith(Map<String, String> more, Class<?>... testCases) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(more);
        return run(all, testCases);
    }

    static EngineExecutionResults run(Map<String, String> parameters, Class<?>... testCases) {
        EngineTestKit.Builder engine = EngineTestKit.engine("junit-jupiter");
        parameters.forEach(engine::configurationParameter);
        for (Class<?> testCase : testCases) {
            engine.selectors(DiscoverySelectors.selectClass(testCase));
        }
        return engine.execute();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
