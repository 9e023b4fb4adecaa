package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Profile;
import io.github.osdutoken.spi.EmulatorProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A machine with nothing set on it, until a test does. */
final class Given {

    private final Map<String, String> overrides = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Path directory;
    private @Nullable EmulatorProvider emulator;

    private Given(Path directory) {
        this.directory = directory;
    }

    static Given nothing(Path directory) {
        return new Given(directory);
    }

    /** As little as makes a profile. */
    static Given user(Path directory) {
        return nothing(directory)
                .variable("OSDU_TENANT_ID", "contoso.onmicrosoft.com")
                .variable("OSDU_CLIENT_ID", "app-1")
                .variable("OSDU_USERNAME", "editor@contoso.com")
                .variable("OSDU_PASSWORD", "pass-1");
    }

    Given override(String key, String value) {
        overrides.put(key, value);
        return this;
    }

    Given parameter(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    Given property(String key, String value) {
        properties.put(key, value);
        return this;
    }

    Given variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Given without(String variable) {
        environment.remove(variable);
        return this;
    }

    Given emulator(EmulatorProvider provider) {
        emulator = provider;
        return this;
    }

    /** A file in the working directory. */
    Given file(String name, String content) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Given classpathFile(String content) {
        return file("classes/osdu.properties", content);
    }

    Given workingDirectoryFile(String content) {
        return file("osdu.properties", content);
    }

    ProfileLoader loader() {
        return ProfileLoader.standard()
                .withOverrides(overrides)
                .withConfigurationParameters(key -> Optional.ofNullable(parameters.get(key)))
                .withSurroundings(
                        properties,
                        environment,
                        new Classes(directory.resolve("classes")),
                        directory,
                        () -> Optional.ofNullable(emulator));
    }

    Profile load() {
        return load(Profile.DEFAULT);
    }

    Profile load(String name) {
        return loader().load(name);
    }

    String failure() {
        return failure(Profile.DEFAULT);
    }

    String failure(String name) {
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> load(name));
        return Objects.requireNonNull(Objects.requireNonNull(e, "it loaded").getMessage());
    }

    /** Where a setting's value comes from. */
    Optional<String> origin(Setting setting) {
        return origin(Profile.DEFAULT, setting);
    }

    Optional<String> origin(String profile, Setting setting) {
        return loader().resolve(profile).stream()
                .filter(s -> s.setting() == setting)
                .map(ResolvedSetting::source)
                .findFirst();
    }

    private static final class Classes extends ClassLoader {

        private final Path root;

        Classes(Path root) {
            super(null);
            this.root = root;
        }

        @Override
        protected @Nullable URL findResource(String name) {
            Path file = root.resolve(name);
            try {
                return Files.exists(file) ? file.toUri().toURL() : null;
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
