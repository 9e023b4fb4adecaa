package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A schema with what is told of it; its references are resolved. The JSON in it is never changed. */
record StoredSchema(SchemaInfo info, ObjectNode schema) {

    SchemaIdentity identity() {
        return info.schemaIdentity();
    }
}
