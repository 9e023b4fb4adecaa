package io.github.osdutoken.junit;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/** JUnit's {@code junit-platform.properties} on the class path, for where no extension context is at hand. */
final class ConfigurationFile {

    private static final String NAME = "junit-platform.properties";

    private ConfigurationFile() {}

    static Optional<String> get(String key) {
        Properties properties = new Properties();
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(NAME)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Reading " + NAME + " on the class path",
                    "it cannot be read: " + e.getMessage() + ".",
                    "Mend the file.",
                    e);
        }
        return Optional.ofNullable(properties.getProperty(key));
    }
}
