package io.github.osdutoken.emulator.osdu;

import org.jspecify.annotations.Nullable;

/**
 * A legal tag as stored and as sent.
 *
 * @param name with the partition's prefix, once stored
 */
record LegalTag(String name, String description, LegalTagProperties properties) {

    /** What a request brings: anything may be missing. */
    record Draft(
            @Nullable String name,
            @Nullable String description,
            @Nullable LegalTagProperties properties) {

        LegalTag named(String newName) {
            return new LegalTag(
                    newName,
                    description == null ? "" : description,
                    properties == null ? LegalTagProperties.NONE : properties);
        }
    }
}
