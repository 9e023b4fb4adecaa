package io.github.osdutoken.emulator.osdu;

/** How far a schema's life has come; only one in development changes. */
enum SchemaStatus {
    DEVELOPMENT,
    PUBLISHED,
    OBSOLETE
}
