package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sees to it that a schema's version says how much it differs from the versions next to it. */
final class SchemaVersions {

    private SchemaVersions() {}

    /** Throw if the versions before and after this one, of the same major version, are not compatible with it. */
    static void requireNoBreakingChange(SchemaIdentity identity, ObjectNode schema, List<StoredSchema> all) {
        List<StoredSchema> neighbours = neighbours(identity, all, identity::isOfMinorOf);
        if (neighbours.isEmpty()) {
            neighbours = neighbours(identity, all, identity::isOfMajorOf);
        }
        neighbours.forEach(neighbour -> requireCompatible(identity, schema, neighbour));
    }

    private static List<StoredSchema> neighbours(
            SchemaIdentity identity, List<StoredSchema> all, Predicate<SchemaIdentity> related) {
        List<StoredSchema> sorted = all.stream()
                .filter(schema -> related.test(schema.identity()))
                .sorted((one, other) -> SchemaIdentity.BY_VERSION.compare(one.identity(), other.identity()))
                .toList();
        Optional<StoredSchema> before = sorted.stream()
                .filter(schema -> SchemaIdentity.BY_VERSION.compare(schema.identity(), identity) < 0)
                .reduce((earlier, later) -> later);
        Optional<StoredSchema> after = sorted.stream()
                .filter(schema -> SchemaIdentity.BY_VERSION.compare(schema.identity(), identity) > 0)
                .findFirst();
        return Stream.of(before, after).flatMap(Optional::stream).toList();
    }

    private static void requireCompatible(SchemaIdentity identity, ObjectNode schema, StoredSchema neighbour) {
        long minor = identity.schemaVersionMinor();
        long other = neighbour.identity().schemaVersionMinor();
        SchemaComparison comparison = minor < other
                ? SchemaComparison.minor(schema, neighbour.schema())
                : minor > other
                        ? SchemaComparison.minor(neighbour.schema(), schema)
                        : SchemaComparison.patch(neighbour.schema(), schema);
        if (comparison.findsBreakingChange()) {
            String mine = identity.version();
            String theirs = neighbour.identity().version();
            throw new AppException(ErrorEnvelope.badRequest(
                    minor == other
                            ? "Patch version validation failed. Changes requiring a minor or major version increment"
                                    + " were found; analysed version: " + mine + " and " + theirs + ". Updating the"
                                    + " schema version to a higher minor or major version is required."
                            : "Minor version validation failed. Breaking changes were found; analysed versions " + mine
                                    + " and " + theirs + ". Updating the schema version to a higher major version is"
                                    + " required."));
        }
    }
}
