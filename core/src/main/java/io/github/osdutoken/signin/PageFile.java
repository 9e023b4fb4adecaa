package io.github.osdutoken.signin;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads files of page-catalogue entries: JSON with comments, {@code {username}} standing for the user's name. */
final class PageFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int MAX_BYTES = 1024 * 1024;

    private final String username;

    PageFile(@Nullable String username) {
        // First as a CSS string, then as the JSON string that holds it; only quotes and backslashes matter to either.
        this.username = escaped(escaped(username == null ? "" : username));
    }

    List<PageEntry> standard() {
        try (InputStream in = Objects.requireNonNull(PageFile.class.getResourceAsStream("pages.json"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Read a user's file.
     *
     * @throws io.github.osdutoken.ConfigurationException if it cannot be read; the message names line and key
     */
    List<PageEntry> read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw wrong(file, "it is larger than 1 MiB, which no catalogue is.");
            }
            List<PageEntry> entries = parse(Files.readString(file));
            entries.forEach(entry -> check(file, entry));
            return entries;
        } catch (JsonProcessingException e) {
            throw wrong(file, where(e) + e.getOriginalMessage().replaceAll("\\s*\\R.*", "") + ".");
        } catch (IOException e) {
            throw wrong(file, "it cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    private List<PageEntry> parse(String text) throws JsonProcessingException {
        PageEntry[] entries = JSON.readValue(text.replace("{username}", username), PageEntry[].class);
        if (entries == null || Arrays.asList(entries).contains(null)) {
            throw new JsonParseException(null, "null in the place of an entry");
        }
        return List.of(entries);
    }

    private static void check(Path file, PageEntry entry) {
        boolean acts = entry.clicks() != null || entry.opens() != null || entry.waits() || entry.refuse() != null;
        if (!acts) {
            throw wrong(file, "the entry '" + entry.page() + "' has none of clicks, opens, waits and refuse.");
        }
        if (entry.shows().isEmpty()
                && entry.pageIds().isEmpty()
                && entry.hosts().isEmpty()
                && entry.paths().isEmpty()
                && entry.errorCodes().isEmpty()
                && entry.config().isEmpty()) {
            throw wrong(
                    file,
                    "the entry '" + entry.page() + "' would fit every page: it has none of shows, pageIds,"
                            + " hosts, paths, errorCodes and config.");
        }
        if (entry.needs() != null && !Granted.KNOWN.contains(entry.needs())) {
            throw wrong(
                    file,
                    "the entry '" + entry.page() + "' needs '" + entry.needs() + "'. An entry may need "
                            + Granted.KNOWN.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private static SignInException wrong(Path file, String found) {
        return SignInException.of(
                Reason.CONFIGURATION,
                "Reading the page catalogue " + file + " (osdu.pages)",
                found,
                "Its format is described in docs/troubleshooting.md, 'Microsoft changed a page'.");
    }

    private static String where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String line = location == null ? "" : "line " + location.getLineNr() + ": ";
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String key = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                    .collect(Collectors.joining());
            return line + "at " + key + ": ";
        }
        return line;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
