package io.github.osdutoken.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code osdu.properties}: UTF-8, at the root of the class path or in the working directory. */
final class PropertiesFile {

    static final String NAME = "osdu.properties";

    private static final int MAX_BYTES = 1024 * 1024;

    private interface Input {
        byte[] read() throws IOException;
    }

    private PropertiesFile() {}

    static Optional<SettingSource> onClasspath(@Nullable ClassLoader loader, Problems problems) {
        URL url = loader == null ? null : loader.getResource(NAME);
        return url == null
                ? Optional.empty()
                : read(NAME + " on the class path (" + url + ")", () -> content(url), problems);
    }

    static Optional<SettingSource> in(Path directory, Problems problems) {
        Path file = directory.resolve(NAME);
        return Files.exists(file)
                ? read(file.toString(), () -> NamedFile.read(file, MAX_BYTES + 1), problems)
                : Optional.empty();
    }

    private static byte[] content(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private static Optional<SettingSource> read(String location, Input input, Problems problems) {
        try {
            byte[] bytes = input.read();
            if (bytes.length > MAX_BYTES) {
                problems.add(location + " is larger than 1 MiB.", "Keep nothing but settings in it.");
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return Optional.of(SettingSource.of(
                    Place.PROPERTIES_FILE,
                    location,
                    properties.stringPropertyNames().stream()
                            .collect(Collectors.toMap(name -> name, properties::getProperty))));
        } catch (CharacterCodingException e) {
            problems.add(location + " is not UTF-8 text.", "Save it as UTF-8.");
        } catch (IllegalArgumentException e) {
            // The exception would quote the line.
            problems.add(location + " has a malformed \\u escape.", "Write a backslash as \\\\, or use / in paths.");
        } catch (IOException e) {
            problems.add(location + " cannot be read: " + e.getMessage() + ".", "Make it readable, or remove it.");
        }
        return Optional.empty();
    }
}
