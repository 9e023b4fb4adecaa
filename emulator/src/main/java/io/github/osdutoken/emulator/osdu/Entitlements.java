package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is in which group of the one data partition, and whom a service lets in. */
final class Entitlements {

    private static final String[] ROLES = {
        "service.entitlements.user", "service.entitlements.admin", "users.datalake.ops"
    };

    private final String partition;
    private final String userIdClaim;
    private final GroupHierarchy hierarchy;
    private final Map<String, Set<String>> groupsByUser = new TreeMap<>();

    Entitlements(String partition, Map<String, Set<String>> groupsByUser, OsduOptions options) {
        this.partition = partition;
        this.userIdClaim = options.userIdClaim();
        this.hierarchy = new GroupHierarchy(options.defaultDataGroups());
        groupsByUser.forEach(
                (user, groups) -> this.groupsByUser.put(user.toLowerCase(Locale.ROOT), Set.copyOf(groups)));
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

    String email(String group) {
        return group + "@" + partition + ".dataservices.energy";
    }

    /** Tell whether an address is that of a group of this partition. */
    boolean isOfThisPartition(String email) {
        String[] parts = email.split("@", -1);
        return parts.length > 1 && parts[1].equalsIgnoreCase(partition + ".dataservices.energy");
    }

    boolean hasGroup(String name) {
        return hierarchy.has(name) || groupsByUser.values().stream().anyMatch(groups -> groups.contains(name));
    }

    /** Return a group's direct members: groups by e-mail address, then users by id. */
    List<String> members(String group) {
        return Stream.concat(
                        hierarchy.memberGroups(group).stream().map(this::email),
                        groupsByUser.entrySet().stream()
                                .filter(entry -> entry.getValue().contains(group))
                                .map(Map.Entry::getKey))
                .toList();
    }

    private Caller caller(String userId) {
        return new Caller(
                userId,
                hierarchy.closure(groupsByUser.getOrDefault(userId, Set.of())).stream()
                        .map(group -> new Group(group.name(), email(group.name()), group.description(), null))
                        .toList());
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
