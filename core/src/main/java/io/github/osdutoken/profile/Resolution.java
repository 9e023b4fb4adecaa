package io.github.osdutoken.profile;

import io.github.osdutoken.Profile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the value of a setting for one profile among all sources. */
final class Resolution {

    /** A name, and the sources in which it is looked for before the next level's turn comes. */
    private record Level(SettingName name, List<SettingSource> sources) {

        Level file() {
            return new Level(name.asFile(), sources);
        }

        Level environment() {
            return new Level(name, only(sources, Place.ENVIRONMENT));
        }

        Optional<ResolvedSetting> find() {
            return sources.stream().flatMap(s -> s.find(name).stream()).findFirst();
        }
    }

    private final List<SettingSource> sources;
    private final String profile;
    private final Path workingDirectory;
    private final Problems problems;

    Resolution(List<SettingSource> sources, String profile, Path workingDirectory, Problems problems) {
        this.sources = sources;
        this.profile = profile;
        this.workingDirectory = workingDirectory;
        this.problems = problems;
    }

    /** Tell whether anything at all is set for the profile by its name. */
    boolean isKnown() {
        return profile.equals(Profile.DEFAULT)
                || SettingName.all(profile).stream()
                        .anyMatch(name -> new Level(name, sources).find().isPresent());
    }

    Optional<ResolvedSetting> find(Setting setting) {
        boolean inherits = profile.equals(Profile.DEFAULT) || Inheritance.inherits(setting, this::isOwn);
        List<Level> levels = inherits
                ? Stream.concat(own(setting), Stream.of(level(Profile.DEFAULT, setting)))
                        .toList()
                : own(setting).toList();
        for (Level level : levels) {
            Optional<ResolvedSetting> found = setting.secret() ? secret(level) : level.find();
            if (found.isPresent() || problems.concern(setting)) {
                return found;
            }
        }
        return inherits ? alias(setting) : Optional.empty();
    }

    /** What is meant for this very profile. An override says what is wanted now, whatever the profile's own keys say. */
    private Stream<Level> own(Setting setting) {
        List<SettingSource> overrides = only(sources, Place.OVERRIDE);
        Stream<Level> overridden = Stream.of(
                new Level(SettingName.of(profile, setting), overrides),
                new Level(SettingName.of(Profile.DEFAULT, setting), overrides));
        return profile.equals(Profile.DEFAULT)
                ? overridden
                : Stream.concat(overridden, Stream.of(level(profile, setting)));
    }

    private boolean isOwn(Setting setting) {
        return own(setting)
                .anyMatch(
                        level -> level.find().isPresent() || level.file().find().isPresent());
    }

    private Level level(String name, Setting setting) {
        return new Level(
                SettingName.of(name, setting),
                sources.stream().filter(s -> s.place() != Place.OVERRIDE).toList());
    }

    private Optional<ResolvedSetting> alias(Setting setting) {
        return only(sources, Place.ENVIRONMENT).stream()
                .flatMap(s -> setting.aliases().stream().flatMap(a -> s.find(setting, a).stream()))
                .findFirst();
    }

    private Optional<ResolvedSetting> secret(Level level) {
        Optional<ResolvedSetting> value = level.environment().find();
        Optional<ResolvedSetting> file = level.file().find();
        if (value.isPresent() && file.isPresent()) {
            problems.add(
                    level.name().setting(),
                    level.name().key() + " is set twice: by " + value.get().source() + ", and in a file named by "
                            + file.get().source() + ".",
                    "Remove one of them.");
            return Optional.empty();
        }
        return value.or(() -> file.flatMap(f -> readFile(level.name(), f)));
    }

    private Optional<ResolvedSetting> readFile(SettingName name, ResolvedSetting file) {
        // The setting of a -file name is the secret itself, so its value comes unstripped.
        String text = file.value().strip();
        try {
            Path path = workingDirectory.resolve(text);
            String source = "the file " + path + " named by " + file.source();
            return Optional.of(new ResolvedSetting(name.setting(), file.name(), source, SecretFile.read(path)));
        } catch (InvalidPathException e) {
            problems.add(name.setting(), file.source() + " is not a path.", "Name a file that holds the secret.");
        } catch (MalformedValueException e) {
            problems.add(
                    name.setting(),
                    "The file " + workingDirectory.resolve(text) + " " + e.text() + ". It should hold " + name.key()
                            + ", says " + file.source() + ".",
                    "Put the secret there as the only content, or correct the path.");
        }
        return Optional.empty();
    }

    private static List<SettingSource> only(List<SettingSource> sources, Place place) {
        return sources.stream().filter(s -> s.place() == place).toList();
    }
}
