package io.github.osdutoken.profile;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.cache.UserCacheFolder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading of all sources for one profile. */
final class Reading {

    private final Inputs inputs;
    private final String profile;
    private final Problems problems;

    Reading(Inputs inputs, String profile) {
        this.inputs = inputs;
        this.profile = profile;
        this.problems = new Problems(profile);
    }

    /** Tell whether anything at all is set for the profile by its name. */
    boolean isKnown() {
        checkName();
        List<SettingSource> sources = inputs.sources(problems);
        problems.throwIfAny();
        return new Resolution(sources, profile, inputs.workingDirectory(), problems).isKnown();
    }

    /** Find every value; what is wrong with one waits in its {@link Problems} for the rest. */
    Values values() {
        return values(true);
    }

    /**
     * Find every value.
     *
     * @param known whether a profile for which nothing is set is an error at once, or only something missing
     */
    Values values(boolean known) {
        checkName();
        List<SettingSource> sources = inputs.sources(problems);
        UnknownKeys.check(sources, problems);
        ExposedSecrets.check(sources, profile, problems);
        Resolution resolution = new Resolution(sources, profile, inputs.workingDirectory(), problems);
        Optional<ResolvedSetting> emulator = resolution.find(Setting.EMULATOR);
        boolean emulated =
                emulator.filter(e -> e.value().equalsIgnoreCase("true")).isPresent();
        if (!emulated && !resolution.isKnown()) {
            if (known) {
                throw unknown(sources);
            }
            problems.addMissing(SettingName.of(profile, Setting.USERNAME), "Nothing is set for the profile.", "");
        }
        Map<Setting, ResolvedSetting> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            // Real credentials must not reach the emulator: they are not even looked for.
            if (!emulated || !setting.identity()) {
                resolution.find(setting).ifPresent(s -> settings.put(setting, s));
            }
        }
        if (emulated) {
            EmulatorSettings.add(settings, profile, inputs.emulator(), problems);
        }
        return new Values(profile, settings, emulated, problems);
    }

    /** Find what is exported. What is wrong with anything else is for the one who needs it. */
    Map<String, String> exports() {
        var exports = only(Setting.EXPORT).read(Setting.EXPORT, Exports::parse);
        problems.throwIfAny();
        return exports.orElse(Map.of());
    }

    /** Find the folder of the file cache, whatever else is set. */
    Optional<Path> cacheFolder() {
        var folder =
                only(Setting.CACHE_DIR).read(Setting.CACHE_DIR, new FileNames(inputs.workingDirectory())::directory);
        problems.throwIfAny();
        return folder.or(UserCacheFolder::find);
    }

    private Values only(Setting setting) {
        List<SettingSource> sources = inputs.sources(new Problems(profile));
        Map<Setting, ResolvedSetting> settings = new EnumMap<>(Setting.class);
        new Resolution(sources, profile, inputs.workingDirectory(), problems)
                .find(setting)
                .ifPresent(s -> settings.put(setting, s));
        return new Values(profile, settings, false, problems);
    }

    private void checkName() {
        if (!SettingName.isProfile(profile)) {
            throw problems.failure("That is no name for a profile.", "Use letters, digits, - and _ only.", null);
        }
    }

    private ConfigurationException unknown(List<SettingSource> sources) {
        SettingName example = SettingName.of(profile, Setting.USERNAME);
        return problems.failure(
                "Nothing is set for it. Profiles that are configured: " + String.join(", ", KnownProfiles.in(sources))
                        + ".",
                "Correct the name, or set what is its own, such as " + example.key() + " (in the environment "
                        + example.variable() + ").",
                null);
    }
}
