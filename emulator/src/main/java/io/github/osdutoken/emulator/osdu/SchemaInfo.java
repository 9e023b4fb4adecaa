package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What the schema service tells of a schema besides the schema itself. */
record SchemaInfo(
        SchemaIdentity schemaIdentity,
        String createdBy,
        String dateCreated,
        SchemaStatus status,
        SchemaScope scope,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SchemaIdentity supersededBy) {}
