package io.github.osdutoken.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside that a configuration depends on.
 *
 * @param overrides values by key, given by code or on a command line
 * @param configurationParameters JUnit's
 * @param systemProperties a copy of them as they are when asked for
 * @param environment the environment variables
 * @param classLoader what finds {@code osdu.properties}, {@code null} for the thread's at that time
 * @param workingDirectory where {@code osdu.properties} may be, and what relative paths start from
 * @param emulator what finds the emulator
 */
record Inputs(
        Map<String, String> overrides,
        Function<String, Optional<String>> configurationParameters,
        Supplier<Map<String, String>> systemProperties,
        Map<String, String> environment,
        @Nullable ClassLoader classLoader,
        Path workingDirectory,
        ProfileLoader.EmulatorFinder emulator) {

    /** The sources, the one that wins first. */
    List<SettingSource> sources(Problems problems) {
        Map<String, String> properties = systemProperties.get();
        List<SettingSource> sources = new ArrayList<>(List.of(
                SettingSource.of(Place.OVERRIDE, "", overrides),
                new SettingSource(Place.CONFIGURATION_PARAMETER, "", Set.of(), key -> ownParameter(key, properties)),
                SettingSource.of(Place.SYSTEM_PROPERTY, "", properties),
                SettingSource.of(Place.ENVIRONMENT, "", environment)));
        ClassLoader loader = classLoader == null ? Thread.currentThread().getContextClassLoader() : classLoader;
        PropertiesFile.onClasspath(loader, problems).ifPresent(sources::add);
        PropertiesFile.in(workingDirectory, problems).ifPresent(sources::add);
        return List.copyOf(sources);
    }

    /** JUnit passes system properties off as configuration parameters; the diagnosis should not. */
    private Optional<String> ownParameter(String key, Map<String, String> properties) {
        return configurationParameters.apply(key).filter(value -> !value.equals(properties.get(key)));
    }
}
