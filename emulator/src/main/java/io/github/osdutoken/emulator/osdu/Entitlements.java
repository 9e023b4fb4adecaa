package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.http.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is in which group of the one data partition, and whom a service lets in. */
final class Entitlements {

    private static final String[] ROLES = {
        "service.entitlements.user", "service.entitlements.admin", "users.datalake.ops"
    };

    private final String partition;
    private final String userIdClaim;
    private final Groups groups;

    Entitlements(String partition, Map<String, Set<String>> groupsByUser, OsduOptions options) {
        this.partition = partition;
        this.userIdClaim = options.userIdClaim();
        this.groups = new Groups(domain(), options.defaultDataGroups(), groupsByUser);
    }

    /** Return the caller, or throw what the service says to one it does not let in. */
    Caller admit(Service service, Request request, @Nullable JsonNode claims, Set<String> roles) {
        if (claims == null) {
            throw new AppException(service.noToken());
        }
        String requested = request.header("data-partition-id");
        if (requested == null || requested.isBlank()) {
            throw new AppException(service.noPartition());
        }
        if (!requested.strip().equals(partition)) {
            throw new AppException(service.unknownPartition());
        }
        Caller caller = caller(userId(claims));
        if (!caller.isIn("users") || !caller.isIn(ROLES)) {
            throw new AppException(service.notEntitled());
        }
        if (!caller.isInAny(roles)) {
            throw new AppException(service.lacksRole());
        }
        return caller;
    }

    Groups groups() {
        return groups;
    }

    /** Return what follows the {@code @} in a group's address. */
    String domain() {
        return partition + ".dataservices.energy";
    }

    /** Tell whether an address is that of a group of this partition. */
    boolean isOfThisPartition(String email) {
        String[] parts = email.split("@", -1);
        return parts.length > 1 && parts[1].equalsIgnoreCase(domain());
    }

    boolean hasGroup(String email) {
        return isOfThisPartition(email)
                && groups.find(email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT))
                        .isPresent();
    }

    /** Return someone with their groups, whether or not they ever signed in. */
    Caller caller(String userId) {
        return new Caller(userId, groups.closure(userId));
    }

    private String userId(JsonNode claims) {
        return Stream.of(userIdClaim, "appid", "azp")
                .map(claim -> claims.path(claim).asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
