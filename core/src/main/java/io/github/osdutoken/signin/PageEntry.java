package io.github.osdutoken.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.osdutoken.Reason;
import io.github.osdutoken.browser.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of the catalogue.
 *
 * @param page its name, in logs and errors
 * @param pageIds Entra ID's names of it, one of which must be the page's; an empty string fits a page without one; no
 *     list fits any
 * @param shows selectors that must all be visible
 * @param hides selectors none of which may be visible
 * @param types what is typed where, in order: {@code username}, {@code password}
 * @param clicks what is clicked then
 * @param rejected selectors one of which shows when what was typed is refused
 * @param waits whether the page goes on by itself
 * @param allowedBy a setting without which the page is refused
 * @param refuse why this page ends the sign-in
 */
record PageEntry(
        @JsonProperty(required = true) String page,
        Set<String> pageIds,
        List<String> shows,
        List<String> hides,
        Map<String, Credential> types,
        @Nullable String clicks,
        List<String> rejected,
        boolean waits,
        @Nullable String allowedBy,
        @Nullable Refusal refuse) {

    PageEntry {
        pageIds = pageIds == null ? Set.of() : Set.copyOf(pageIds);
        shows = shows == null ? List.of() : List.copyOf(shows);
        hides = hides == null ? List.of() : List.copyOf(hides);
        types = types == null ? Map.of() : new LinkedHashMap<>(types);
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
    }

    /** What can be typed. */
    enum Credential {
        @JsonProperty("username")
        USERNAME,
        @JsonProperty("password")
        PASSWORD
    }

    /**
     * Why a page ends the sign-in.
     *
     * @param reason the reason, unless the page carries an AADSTS number that has its own
     * @param found what the page means, as a sentence
     * @param next what to do, as a sentence
     * @param details selectors of elements whose text may hold the AADSTS number
     */
    record Refusal(
            @JsonProperty(required = true) Reason reason,
            @JsonProperty(required = true) String found,
            @JsonProperty(required = true) String next,
            List<String> details) {

        Refusal {
            details = details == null ? List.of() : List.copyOf(details);
        }
    }

    boolean fits(Observation seen) {
        return (pageIds.isEmpty() || pageIds.contains(seen.pageId()))
                && shows.stream().allMatch(seen::shows)
                && hides.stream().noneMatch(seen::shows);
    }

    boolean typesPassword() {
        return types.containsValue(Credential.PASSWORD);
    }

    Stream<String> selectors() {
        return Stream.of(
                        shows.stream(),
                        hides.stream(),
                        types.keySet().stream(),
                        Stream.ofNullable(clicks),
                        rejected.stream(),
                        Stream.ofNullable(refuse).flatMap(refusal -> refusal.details().stream()))
                .flatMap(selectors -> selectors);
    }
}
