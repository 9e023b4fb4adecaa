package io.github.osdutoken.emulator.osdu;

import java.util.Comparator;

/** What a schema is called: the parts of a kind, and the kind itself. */
record SchemaIdentity(
        String authority,
        String source,
        String entityType,
        long schemaVersionMajor,
        long schemaVersionMinor,
        long schemaVersionPatch,
        String id) {

    static final Comparator<SchemaIdentity> BY_VERSION = Comparator.comparingLong(SchemaIdentity::schemaVersionMajor)
            .thenComparingLong(SchemaIdentity::schemaVersionMinor)
            .thenComparingLong(SchemaIdentity::schemaVersionPatch);

    /** Return the kind without its version, which schemas of one thing have in common. */
    String family() {
        return authority + ":" + source + ":" + entityType;
    }

    String version() {
        return schemaVersionMajor + "." + schemaVersionMinor + "." + schemaVersionPatch;
    }

    boolean isOfMajorOf(SchemaIdentity other) {
        return family().equals(other.family()) && schemaVersionMajor == other.schemaVersionMajor;
    }

    boolean isOfMinorOf(SchemaIdentity other) {
        return isOfMajorOf(other) && schemaVersionMinor == other.schemaVersionMinor;
    }
}
