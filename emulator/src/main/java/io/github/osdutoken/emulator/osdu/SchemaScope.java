package io.github.osdutoken.emulator.osdu;

/** Whose a schema is: one data partition's, or everybody's. A request may name it, and it does not count. */
enum SchemaScope {
    INTERNAL,
    SHARED
}
