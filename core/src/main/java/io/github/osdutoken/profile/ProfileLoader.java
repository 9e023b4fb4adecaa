package io.github.osdutoken.profile;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Profile;
import io.github.osdutoken.spi.EmulatorProvider;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads profiles from, in this order: overrides, JUnit configuration parameters, system properties, the environment,
 * {@code osdu.properties} on the class path, {@code osdu.properties} in the working directory, defaults. The keys are
 * those of {@link Setting}; {@code docs/usage.md} describes them. Immutable: each {@code with…} returns a new loader.
 *
 * @since 0.1
 */
public final class ProfileLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileLoader.class);

    /** Finds the emulator when {@code osdu.emulator} is {@code true}. */
    @FunctionalInterface
    public interface EmulatorFinder {

        /** Return the emulator, if there is one. */
        Optional<EmulatorProvider> find();
    }

    private final Inputs inputs;

    private ProfileLoader(Inputs inputs) {
        this.inputs = inputs;
    }

    /** Return the loader that reads this process's own system properties, environment, class path and directory. */
    public static ProfileLoader standard() {
        return new ProfileLoader(new Inputs(
                Map.of(),
                key -> Optional.empty(),
                ProfileLoader::systemProperties,
                System.getenv(),
                null,
                Path.of("").toAbsolutePath(),
                EmulatorSettings::find));
    }

    private static Map<String, String> systemProperties() {
        var properties = System.getProperties();
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
    }

    /**
     * Add values that win over every source, such as an annotation's attributes or a command line's options.
     *
     * @param overrides values by key, such as {@code osdu.scope}, for whatever profile is loaded; blank counts as unset;
     *     secrets are refused, their {@code -file} keys are fine
     * @return a new loader
     */
    public ProfileLoader withOverrides(Map<String, String> overrides) {
        Map<String, String> merged = new HashMap<>(inputs.overrides());
        merged.putAll(overrides);
        return new ProfileLoader(new Inputs(
                Map.copyOf(merged),
                inputs.configurationParameters(),
                inputs.systemProperties(),
                inputs.environment(),
                inputs.classLoader(),
                inputs.workingDirectory(),
                inputs.emulator()));
    }

    /**
     * Read JUnit's configuration parameters too.
     *
     * @param parameters the value of a key, as {@code ExtensionContext::getConfigurationParameter} gives it
     * @return a new loader
     */
    public ProfileLoader withConfigurationParameters(Function<String, Optional<String>> parameters) {
        return new ProfileLoader(new Inputs(
                inputs.overrides(),
                parameters,
                inputs.systemProperties(),
                inputs.environment(),
                inputs.classLoader(),
                inputs.workingDirectory(),
                inputs.emulator()));
    }

    /**
     * Read these instead of the process's own, so that a test depends on nothing around it.
     *
     * @param systemProperties the system properties
     * @param environment the environment variables
     * @param classLoader what finds {@code osdu.properties} on the class path
     * @param workingDirectory where {@code osdu.properties} may be, and what relative paths start from
     * @param emulator what finds the emulator
     * @return a new loader
     */
    public ProfileLoader withSurroundings(
            Map<String, String> systemProperties,
            Map<String, String> environment,
            ClassLoader classLoader,
            Path workingDirectory,
            EmulatorFinder emulator) {
        return new ProfileLoader(new Inputs(
                inputs.overrides(),
                inputs.configurationParameters(),
                () -> systemProperties,
                environment,
                classLoader,
                workingDirectory,
                emulator));
    }

    /**
     * Load a profile.
     *
     * @param name letters, digits, {@code -} and {@code _}; {@value Profile#DEFAULT} for the unnamed one
     * @return the profile, complete and checked
     * @throws ConfigurationException if settings are missing or wrong; the message names all of them, and the ways to
     *     set them
     */
    public Profile load(String name) {
        Values values = new Reading(inputs, name).values();
        for (Setting setting : Setting.values()) {
            values.find(setting).ifPresent(s -> LOG.debug("Profile {}: {}", name, s));
        }
        return assembly(values).assemble(name);
    }

    /**
     * Tell what is wrong with a profile, so that a form can say it beside each field. Who signs in may be left open: that
     * a user name or a password is missing is no problem here.
     *
     * @param name as for {@link #load}
     * @return the profile, or what to do about each setting that is missing or wrong
     * @throws ConfigurationException if something is wrong that concerns no setting in particular, such as a misspelt key
     */
    public CheckedProfile check(String name) {
        Values values = new Reading(inputs, name).values();
        ProfileAssembly assembly = assembly(values).forAnyUser();
        try {
            return new CheckedProfile(assembly.assemble(name), Map.of());
        } catch (ConfigurationException e) {
            Map<Setting, String> mends = values.problems().mends();
            if (mends.isEmpty()) {
                throw e;
            }
            return new CheckedProfile(null, mends);
        }
    }

    /**
     * Tell all that keeps a profile from being complete, one thing at a time, so that a diagnosis can show it.
     *
     * @param name as for {@link #load}
     * @return what is missing or wrong; empty when {@code load} returns a profile
     * @throws ConfigurationException if there is no such profile, or no emulator when one is wanted
     */
    public List<SettingProblem> problems(String name) {
        Values values = new Reading(inputs, name).values();
        try {
            assembly(values).assemble(name);
            return List.of();
        } catch (ConfigurationException e) {
            return values.problems().all();
        }
    }

    /**
     * Tell where the file cache is: {@code osdu.cache-dir} of the unnamed profile, or the user's cache folder. Reads no
     * other setting, so that the cache can be looked after while nothing else is set.
     *
     * @return an absolute path, which need not exist; empty for a user without a home
     * @throws ConfigurationException if {@code osdu.cache-dir} is no folder
     */
    public Optional<Path> cacheFolder() {
        return new Reading(inputs, Profile.DEFAULT).cacheFolder();
    }

    /**
     * Return the names of the profiles for which something is set.
     *
     * @return the names, {@value Profile#DEFAULT} first; not those of the emulator's users
     */
    public List<String> names() {
        return KnownProfiles.in(inputs.sources(new Problems(Profile.DEFAULT)));
    }

    private ProfileAssembly assembly(Values values) {
        return new ProfileAssembly(values, new FileNames(inputs.workingDirectory()));
    }

    /**
     * Tell what a sign-in lacks, so that a test can be skipped where nobody has set it up.
     *
     * @param name as for {@link #load}
     * @return the keys that have to be set and are not, each with its environment variables in brackets; empty when
     *     {@code load} returns a profile
     * @throws ConfigurationException if something that is set is wrong
     */
    public List<String> missing(String name) {
        Values values = new Reading(inputs, name).values(false);
        return new ProfileAssembly(values, new FileNames(inputs.workingDirectory())).missing(name);
    }

    /**
     * Tell which variables are to hold whose access tokens: {@code osdu.export}. Reads no other setting, so it costs
     * little and starts nothing.
     *
     * @return profiles by variable; empty when nothing is exported
     * @throws ConfigurationException if the list is malformed
     */
    public Map<String, String> exports() {
        return new Reading(inputs, Profile.DEFAULT).exports();
    }

    /**
     * Tell whether anything is set for a profile, whether or not that makes a profile.
     *
     * @param name as for {@link #load}
     * @return whether there is a profile of this name
     * @throws ConfigurationException if no profile can have this name, or a source cannot be read
     */
    public boolean isKnown(String name) {
        return new Reading(inputs, name).isKnown();
    }

    /**
     * Tell what is set for a profile, and where, whether or not that makes a profile. Starts the emulator when {@code
     * osdu.emulator} is {@code true}.
     *
     * @param name as for {@link #load}
     * @return the settings that have a value other than their default, in the order of {@link Setting}
     * @throws ConfigurationException if there is no such profile, or no emulator when one is wanted
     */
    public List<ResolvedSetting> resolve(String name) {
        Values values = new Reading(inputs, name).values();
        return List.of(Setting.values()).stream()
                .flatMap(s -> values.find(s).stream())
                .toList();
    }
}
