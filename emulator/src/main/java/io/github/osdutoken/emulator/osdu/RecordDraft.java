package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a request brings it: anything may be missing. */
record RecordDraft(
        @Nullable String id,
        @Nullable String kind,
        @Nullable Acl acl,
        @Nullable Legal legal,
        @Nullable ObjectNode data,
        @Nullable Ancestry ancestry,
        @Nullable JsonNode meta,
        @Nullable Map<String, String> tags) {

    List<String> parents() {
        return ancestry == null ? List.of() : ancestry.parents();
    }

    /** Return the same draft of another record. */
    RecordDraft with(String otherId, ObjectNode otherData) {
        return new RecordDraft(otherId, kind, acl, legal, otherData, ancestry, meta, tags);
    }

    /** Return what is stored of this draft, once it is known to be complete. */
    RecordContent content(Legal completeLegal) {
        if (kind == null || acl == null || data == null) {
            throw new IllegalStateException("The record was not validated");
        }
        return new RecordContent(
                kind,
                acl,
                completeLegal,
                data,
                parents(),
                meta == null || meta.isNull() ? null : meta,
                tags == null ? Map.of() : tags);
    }

    /** The record versions a record was made from. */
    record Ancestry(List<String> parents) {

        /** Fill in what a request left out; Jackson passes null for it. */
        Ancestry {
            parents = parents == null ? List.of() : List.copyOf(parents);
        }
    }
}
