package io.github.osdutoken.signin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.browser.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages that are known, from {@code pages.json}. */
final class PageCatalogue {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<PageEntry> entries;
    private final Set<String> selectors;

    private PageCatalogue(List<PageEntry> entries) {
        this.entries = entries;
        this.selectors = entries.stream().flatMap(PageEntry::selectors).collect(Collectors.toUnmodifiableSet());
    }

    static PageCatalogue standard() {
        try (InputStream in = PageCatalogue.class.getResourceAsStream("pages.json")) {
            return new PageCatalogue(List.of(JSON.readValue(Objects.requireNonNull(in), PageEntry[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the first entry that fits, or {@code null} for a page nobody knows. */
    @Nullable
    PageEntry recognise(Observation seen) {
        return entries.stream().filter(entry -> entry.fits(seen)).findFirst().orElse(null);
    }

    /** Return every selector any entry asks for. */
    Set<String> selectors() {
        return selectors;
    }
}
