package io.github.osdutoken.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.osdutoken.browser.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of the catalogue. It fits when everything that is said of it is true; what is not said does not matter.
 *
 * @param page its name, in logs and errors
 * @param hosts host names, one of which must be the page's
 * @param paths ends of the address's path, one of which must be the page's
 * @param pageIds Entra ID's names of it, one of which must be the page's; an empty one fits a page without a PageID, a
 *     star at the end stands for digits
 * @param errorCodes AADSTS numbers, one of which the page must carry in {@code $Config.sErrorCode}
 * @param config fields of {@code $Config} that must all have a value
 * @param shows selectors that must all be visible
 * @param hides selectors none of which may be visible
 * @param types what is typed where, in order
 * @param clicks what is clicked then
 * @param opens the field of {@code $Config} whose address is opened instead
 * @param rejected selectors one of which shows when what was typed is refused
 * @param hint what else it can mean when what was typed is refused, and what to do then
 * @param first whether it fits only as long as nothing was submitted on another page
 * @param patient whether the page must have been quiet for a while, since a page that is still being drawn looks the same
 * @param waits whether the page goes on by itself
 * @param needs a setting without which nothing is done here
 * @param refuse why this page ends the sign-in, always or when the setting is missing
 */
record PageEntry(
        @JsonProperty(required = true) String page,
        List<String> hosts,
        List<String> paths,
        List<String> pageIds,
        List<String> errorCodes,
        List<String> config,
        List<String> shows,
        List<String> hides,
        Map<String, Credential> types,
        @Nullable String clicks,
        @Nullable String opens,
        List<String> rejected,
        @Nullable String hint,
        boolean first,
        boolean patient,
        boolean waits,
        @Nullable String needs,
        @Nullable Refusal refuse) {

    PageEntry {
        Objects.requireNonNull(page, "page is null");
        hosts = copy(hosts);
        paths = copy(paths);
        pageIds = copy(pageIds);
        errorCodes = copy(errorCodes);
        config = copy(config);
        shows = copy(shows);
        hides = copy(hides);
        types = types == null ? Map.of() : new LinkedHashMap<>(types);
        types.values().forEach(what -> Objects.requireNonNull(what, "what types names is null"));
        rejected = copy(rejected);
    }

    /** What can be typed. */
    enum Credential {
        @JsonProperty("username")
        USERNAME,
        @JsonProperty("password")
        PASSWORD,
        @JsonProperty("totp")
        TOTP;

        /** Return what it is, in words. */
        @Override
        public String toString() {
            return switch (this) {
                case USERNAME -> "user name";
                case PASSWORD -> "password";
                case TOTP -> "one-time code";
            };
        }
    }

    boolean fits(Observation seen) {
        return (hosts.isEmpty() || hosts.contains(seen.hostName()))
                && (paths.isEmpty() || paths.stream().anyMatch(seen.path()::endsWith))
                && (pageIds.isEmpty() || pageIds.stream().anyMatch(id -> names(id, seen.pageId())))
                && (errorCodes.isEmpty() || errorCodes.contains(seen.errorCode()))
                && config.stream().allMatch(seen.fields()::containsKey)
                && shows.stream().allMatch(seen::shows)
                && hides.stream().noneMatch(seen::shows);
    }

    boolean isTypedIn() {
        return !types.isEmpty();
    }

    boolean types(Credential credential) {
        return types.containsValue(credential);
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

    Stream<String> fields() {
        return Stream.of(
                        config.stream(),
                        Stream.ofNullable(opens),
                        Stream.ofNullable(refuse).flatMap(refusal -> refusal.fields()))
                .flatMap(fields -> fields);
    }

    private static boolean names(String pattern, String pageId) {
        return pattern.endsWith("*")
                ? pageId.startsWith(pattern.substring(0, pattern.length() - 1))
                        && pageId.substring(pattern.length() - 1).matches("\\d+")
                : pattern.equals(pageId);
    }

    private static List<String> copy(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
