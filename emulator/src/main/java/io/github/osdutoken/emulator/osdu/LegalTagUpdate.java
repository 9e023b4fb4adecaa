package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What may change of a legal tag; what is left out is reset. */
record LegalTagUpdate(
        @Nullable String name,
        @Nullable String contractId,
        @Nullable String description,
        @Nullable String expirationDate,
        @Nullable JsonNode extensionProperties) {

    LegalTag appliedTo(LegalTag tag) {
        return new LegalTag(
                tag.name(),
                description == null ? "" : description,
                tag.properties().updated(contractId, expirationDate, extensionProperties));
    }
}
