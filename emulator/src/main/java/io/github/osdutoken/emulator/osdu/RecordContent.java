package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user writes into one version of a record; two equal ones are duplicates. The JSON in it is never changed. */
record RecordContent(
        String kind,
        Acl acl,
        Legal legal,
        ObjectNode data,
        List<String> parents,
        @Nullable JsonNode meta,
        Map<String, String> tags) {}
