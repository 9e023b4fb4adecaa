package io.github.osdutoken.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trace says, ready to be written. {@code trace.json} has these names.
 *
 * @param outcome {@code failed} or {@code succeeded}
 * @param reason the failure's reason, such as {@code UNKNOWN_PAGE}
 * @param headline the outcome in words
 * @param attempted what was attempted
 * @param message what was found and what to do next
 * @param user who signed in
 * @param issuer where
 * @param started when, ISO 8601 with the zone
 * @param tookMillis how long it took
 * @param browserReadyAfterMillis when the browser was there
 * @param frames the pages
 * @param dropped how many pages from the middle were left out
 * @param failedLoads what could not be loaded
 * @param console the browser's console
 * @param settings the settings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        String outcome,
        @Nullable String reason,
        String headline,
        String attempted,
        String message,
        String user,
        String issuer,
        String started,
        long tookMillis,
        long browserReadyAfterMillis,
        List<Page> frames,
        int dropped,
        List<Load> failedLoads,
        List<Line> console,
        List<Fact> settings) {

    /** One page of the film strip. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            int number,
            String page,
            boolean known,
            boolean last,
            @Nullable String pageId,
            String address,
            long arrivedAfterMillis,
            long stayedMillis,
            List<Step> done,
            @Nullable String errorNumber,
            @Nullable String correlationId,
            @Nullable String picture) {}

    /** Something done on a page: what, and on which elements of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(String what, @Nullable String where) {}

    /** One load that failed. */
    record Load(String type, String address, String why) {}

    /** One line of the console. */
    record Line(long afterMillis, String level, String message) {}

    /** One setting. */
    record Fact(String name, String value) {}
}
