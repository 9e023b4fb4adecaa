package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schemas there are, in the order of their writing. Writers and readers take turns. */
final class Schemas {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

    private final Map<String, StoredSchema> schemas = new LinkedHashMap<>();
    private final Clock clock;

    Schemas(Clock clock) {
        this.clock = clock;
    }

    synchronized SchemaInfo create(SchemaDraft draft, Caller caller) {
        if (schemas.containsKey(identity(draft).id())) {
            throw refusal("Schema Id is already present");
        }
        return write(draft, caller);
    }

    /** Write over a schema in development, or return nothing if it is not there yet and may be created so. */
    synchronized Optional<SchemaInfo> update(SchemaDraft draft, Caller caller) {
        StoredSchema existing = schemas.get(identity(draft).id());
        if (existing == null) {
            if (info(draft).status() != SchemaStatus.DEVELOPMENT) {
                throw refusal("Only schema in developement stage can be created through put");
            }
            return Optional.empty();
        }
        if (existing.info().status() != SchemaStatus.DEVELOPMENT) {
            throw refusal("Only schema in developement stage can be updated");
        }
        return Optional.of(write(draft, caller));
    }

    synchronized Optional<StoredSchema> find(String id) {
        return Optional.ofNullable(schemas.get(id));
    }

    synchronized List<StoredSchema> all() {
        return new ArrayList<>(schemas.values());
    }

    private SchemaInfo write(SchemaDraft draft, Caller caller) {
        SchemaIdentity identity = identity(draft);
        if (!(draft.schema() instanceof ObjectNode schema)) {
            throw new IllegalStateException("The schema was not validated");
        }
        ObjectNode resolved = new SchemaReferences(this::find).resolved(schema);
        SchemaVersions.requireNoBreakingChange(identity, resolved, all());
        SchemaStatus status = info(draft).status();
        SchemaInfo info = new SchemaInfo(
                identity,
                caller.userId(),
                TIME.format(clock.instant()),
                status == null ? SchemaStatus.DEVELOPMENT : status,
                SchemaScope.INTERNAL,
                successor(info(draft).supersededBy()));
        // The last written comes last in a listing, which goes by the date.
        schemas.remove(identity.id());
        schemas.put(identity.id(), new StoredSchema(info, resolved));
        return info;
    }

    private @Nullable SchemaIdentity successor(SchemaDraft.@Nullable Identity named) {
        if (named == null) {
            return null;
        }
        StoredSchema successor = named.id() == null ? null : schemas.get(named.id());
        if (successor == null) {
            throw refusal("Invalid SuperSededBy id");
        }
        return successor.identity();
    }

    private static SchemaIdentity identity(SchemaDraft draft) {
        SchemaDraft.Identity identity = info(draft).schemaIdentity();
        if (identity == null) {
            throw new IllegalStateException("The schema was not validated");
        }
        return identity.complete();
    }

    private static SchemaDraft.Info info(SchemaDraft draft) {
        if (draft.schemaInfo() == null) {
            throw new IllegalStateException("The schema was not validated");
        }
        return draft.schemaInfo();
    }

    private static AppException refusal(String message) {
        return new AppException(ErrorEnvelope.badRequest(message));
    }
}
