package io.github.osdutoken.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.osdutoken.Reason;
import io.github.osdutoken.browser.Observation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a page ends the sign-in.
 *
 * @param reason the reason, unless the page carries an AADSTS number that has its own
 * @param found what the page means, as a sentence; without a full stop when a list follows
 * @param next what to do, as a sentence
 * @param details selectors of elements whose text may hold an AADSTS number
 * @param lists something of the page that belongs in the message
 * @param person whether a person could go on here: with a window ({@code osdu.headless=false}) one is waited for
 */
record Refusal(
        @JsonProperty(required = true) Reason reason,
        @JsonProperty(required = true) String found,
        @JsonProperty(required = true) String next,
        List<String> details,
        @Nullable Listing lists,
        boolean person) {

    Refusal {
        details = details == null ? List.of() : List.copyOf(details);
    }

    /**
     * Values to name in the message: an attribute or the text of each of some elements, or a field of {@code $Config}.
     *
     * @param selector the elements
     * @param attribute their attribute, or {@code null} for their text
     * @param config the field
     * @param as what to call the field's value
     */
    record Listing(
            @Nullable String selector,
            @Nullable String attribute,
            @Nullable String config,
            @Nullable String as) {}

    Stream<String> fields() {
        return lists == null ? Stream.empty() : Stream.ofNullable(lists.config());
    }

    /** Return what the page means, with what it lists. */
    String found(Observation seen) {
        if (lists == null) {
            return found;
        }
        String selector = lists.selector();
        String field = lists.config();
        String listed = selector != null
                ? seen.lists().getOrDefault(selector, "")
                : field != null ? seen.fields().getOrDefault(field, "") : "";
        String name = lists.as() == null ? "" : " " + lists.as();
        return listed.isEmpty() ? found + "." : found + " (" + listed + name + ").";
    }
}
