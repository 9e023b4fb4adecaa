package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A schema as a request brings it: anything may be missing. */
record SchemaDraft(@Nullable Info schemaInfo, @Nullable JsonNode schema) {

    /** Return what is wrong with the request, before anything is looked up. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        if (schemaInfo == null) {
            violations.add("schemaInfo must not be null");
        } else {
            schemaInfo.addViolations(violations);
        }
        if (schema == null || schema.isNull()) {
            violations.add("schema must not be null");
        }
        if (schema == null || !schema.isObject()) {
            violations.add("The input is invalid. Schema is not a valid JSON Object");
        }
        return violations;
    }

    /** What is said of the schema; who made it, when, and for whom is for the service to say. */
    record Info(
            @Nullable Identity schemaIdentity,
            @Nullable SchemaStatus status,
            @Nullable SchemaScope scope,
            @Nullable Identity supersededBy) {

        private void addViolations(List<String> violations) {
            if (schemaIdentity == null) {
                violations.add("schemaIdentity must not be null");
            } else {
                schemaIdentity.addViolations(violations);
            }
            if (status == null) {
                violations.add("status must not be null");
            }
            if (supersededBy != null) {
                supersededBy.addViolations(violations);
            }
        }
    }

    /** The parts of a kind; the {@code id} counts only where another schema is named. */
    record Identity(
            @Nullable String authority,
            @Nullable String source,
            @Nullable String entityType,
            @Nullable Long schemaVersionMajor,
            @Nullable Long schemaVersionMinor,
            @Nullable Long schemaVersionPatch,
            @Nullable String id) {

        private static final Pattern NAME = Pattern.compile("[\\w\\-.]+");

        /** Return the identity, once it is known to be complete. */
        SchemaIdentity complete() {
            if (authority == null
                    || source == null
                    || entityType == null
                    || schemaVersionMajor == null
                    || schemaVersionMinor == null
                    || schemaVersionPatch == null) {
                throw new IllegalStateException("The schema was not validated");
            }
            return new SchemaIdentity(
                    authority,
                    source,
                    entityType,
                    schemaVersionMajor,
                    schemaVersionMinor,
                    schemaVersionPatch,
                    authority + ":" + source + ":" + entityType + ":" + schemaVersionMajor + "." + schemaVersionMinor
                            + "." + schemaVersionPatch);
        }

        private void addViolations(List<String> violations) {
            addViolation("authority", authority, violations);
            addViolation("source", source, violations);
            addViolation("entityType", entityType, violations);
            requirePresent("schemaVersionMajor", schemaVersionMajor, violations);
            requirePresent("schemaVersionMinor", schemaVersionMinor, violations);
            requirePresent("schemaVersionPatch", schemaVersionPatch, violations);
        }

        private static void addViolation(String name, @Nullable String value, List<String> violations) {
            requirePresent(name, value, violations);
            if (value != null && !NAME.matcher(value).matches()) {
                violations.add(name + " must not contain whitespaces and special characters except - and .");
            }
        }

        private static void requirePresent(String name, @Nullable Object value, List<String> violations) {
            if (value == null) {
                violations.add(name + " must not be null");
            }
        }
    }
}
