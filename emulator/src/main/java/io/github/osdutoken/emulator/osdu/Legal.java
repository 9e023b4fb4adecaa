package io.github.osdutoken.emulator.osdu;

import java.util.List;
import java.util.stream.Stream;

/** Under which legal tags a record may be kept, and where. */
record Legal(List<String> legaltags, List<String> otherRelevantDataCountries, String status) {

    static final Legal NONE = new Legal(List.of(), List.of(), "compliant");

    /** Fill in what a request left out; Jackson passes null for it. */
    Legal {
        legaltags =
                legaltags == null ? List.of() : legaltags.stream().distinct().toList();
        otherRelevantDataCountries = otherRelevantDataCountries == null
                ? List.of()
                : otherRelevantDataCountries.stream().distinct().toList();
        status = "compliant";
    }

    /** Return these terms together with those of a parent record. */
    Legal inheriting(Legal parent) {
        return new Legal(
                Stream.concat(legaltags.stream(), parent.legaltags.stream()).toList(),
                Stream.concat(otherRelevantDataCountries.stream(), parent.otherRelevantDataCountries.stream())
                        .toList(),
                status);
    }
}
