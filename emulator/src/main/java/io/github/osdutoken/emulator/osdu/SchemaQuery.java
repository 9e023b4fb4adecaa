package io.github.osdutoken.emulator.osdu;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which schemas a listing asks for; what it does not say does not matter. */
record SchemaQuery(
        @Nullable String authority,
        @Nullable String source,
        @Nullable String entityType,
        @Nullable Long major,
        @Nullable Long minor,
        @Nullable Long patch,
        @Nullable String status,
        @Nullable String scope,
        boolean latestVersion,
        int limit,
        int offset) {

    private static final Set<String> PARAMETERS = Set.of(
            "authority",
            "source",
            "entityType",
            "schemaVersionMajor",
            "schemaVersionMinor",
            "schemaVersionPatch",
            "status",
            "scope",
            "latestVersion",
            "limit",
            "offset");

    private static final Set<String> TRUE = Set.of("true", "on", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "off", "no", "0");

    /** Read the parameters, or throw what the service says to those it does not understand. */
    static SchemaQuery of(Map<String, String> parameters) {
        parameters.keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(name + " is not a valid input param!");
                });
        SchemaQuery query = new SchemaQuery(
                parameters.get("authority"),
                parameters.get("source"),
                parameters.get("entityType"),
                read(parameters, "schemaVersionMajor", "Long", Long::valueOf),
                read(parameters, "schemaVersionMinor", "Long", Long::valueOf),
                read(parameters, "schemaVersionPatch", "Long", Long::valueOf),
                parameters.get("status"),
                parameters.get("scope"),
                Boolean.TRUE.equals(read(parameters, "latestVersion", "Boolean", SchemaQuery::bool)),
                count(parameters, "limit", 100),
                count(parameters, "offset", 0));
        if (query.latestVersion && query.major == null && query.minor != null) {
            throw refusal("MinorVersion Filter is invalid without giving MajorVersion when LatestVersion Schema is"
                    + " required");
        }
        if (query.latestVersion && query.minor == null && query.patch != null) {
            throw refusal("PatchVersion Filter is invalid without giving MinorVersion when LatestVersion Schema is"
                    + " required");
        }
        return query;
    }

    /** Return the schemas that fit, in the order given; of each family only the latest if so asked. */
    List<SchemaInfo> select(List<StoredSchema> schemas) {
        List<SchemaInfo> fitting =
                schemas.stream().map(StoredSchema::info).filter(this::fits).toList();
        if (!latestVersion) {
            return fitting;
        }
        Map<String, SchemaInfo> latest = fitting.stream()
                .collect(Collectors.toMap(
                        info -> info.schemaIdentity().family(),
                        Function.identity(),
                        (one, other) -> Comparator.comparing(SchemaInfo::schemaIdentity, SchemaIdentity.BY_VERSION)
                                                .compare(one, other)
                                        > 0
                                ? one
                                : other));
        return fitting.stream().filter(latest::containsValue).toList();
    }

    private boolean fits(SchemaInfo info) {
        SchemaIdentity identity = info.schemaIdentity();
        return isOrAny(authority, identity.authority())
                && isOrAny(source, identity.source())
                && isOrAny(entityType, identity.entityType())
                && isOrAny(major, identity.schemaVersionMajor())
                && isOrAny(minor, identity.schemaVersionMinor())
                && isOrAny(patch, identity.schemaVersionPatch())
                && isOrAny(status, info.status().name())
                && (scope == null || scope.equalsIgnoreCase(info.scope().name()));
    }

    private static boolean isOrAny(@Nullable Object asked, Object value) {
        return asked == null || asked.equals(value);
    }

    private static int count(Map<String, String> parameters, String name, int otherwise) {
        Integer value = read(parameters, name, "int", Integer::valueOf);
        if (value != null && value < 0) {
            throw new AppException(ErrorEnvelope.of(500, "internalError", "Internal server error"));
        }
        return value == null ? otherwise : value;
    }

    private static Boolean bool(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (!TRUE.contains(lower) && !FALSE.contains(lower)) {
            throw new IllegalArgumentException(value);
        }
        return TRUE.contains(lower);
    }

    private static <T> @Nullable T read(
            Map<String, String> parameters, String name, String type, Function<String, T> reader) {
        String value = parameters.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return reader.apply(value.strip());
        } catch (IllegalArgumentException e) {
            throw refusal(name + " should be of type " + type);
        }
    }

    private static AppException refusal(String message) {
        return new AppException(ErrorEnvelope.badRequest(message));
    }
}
