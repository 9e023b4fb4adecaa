package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists groups and members. */
final class GroupListings {

    private static final String DELEGATION = "users.datalake.delegation";
    private static final String IMPERSONATION = "users.datalake.impersonation";

    private final Entitlements entitlements;
    private final Groups groups;

    GroupListings(Entitlements entitlements) {
        this.entitlements = entitlements;
        this.groups = entitlements.groups();
    }

    Response ofCaller(Request request, Caller caller) {
        String other = request.header("on-behalf-of");
        Caller member = other == null ? caller : impersonated(other.toLowerCase(Locale.ROOT), caller);
        return listed(request, member, member.groups());
    }

    /** List the groups of anybody; of someone who was never heard of there are none. */
    Response ofMember(Request request, Caller caller) {
        GroupType type = GroupType.of(request.query().get("type"));
        Caller member = entitlements.caller(request.variable("member").toLowerCase(Locale.ROOT));
        return listed(
                request,
                member,
                member.groups().stream()
                        .filter(group -> type.includes(stored(group.name())))
                        .toList());
    }

    Response ofPartition(Request request, Caller caller) {
        GroupType type = GroupType.of(request.query().get("type"));
        int limit = number(request.query().getOrDefault("limit", "100"), "Invalid limit");
        String cursor = request.query().getOrDefault("cursor", "");
        int offset = cursor.isEmpty() ? 0 : number(cursor, "Malformed cursor, must be integer value");
        if (limit < 1) {
            throw new AppException(400, "Bad Request", "limit must be greater than or equal to 1");
        }
        List<Group> found = groups.all().stream()
                .filter(type::includes)
                .sorted(Comparator.comparing(StoredGroup::name))
                .map(group -> group.listed(entitlements.domain(), null))
                .toList();
        int next = offset + limit;
        return Json.response(
                200,
                new Page(
                        found.stream().skip(offset).limit(limit).toList(),
                        String.valueOf(found.size() > next ? next : 0),
                        found.size()));
    }

    Response members(Request request, Caller caller) {
        StoredGroup group = visible(request, caller);
        boolean type = Boolean.parseBoolean(request.query().get("includeType"));
        return Json.response(
                200,
                Map.of(
                        "members",
                        withRole(group, request.query().get("role"))
                                .map(member -> new Member(
                                        member.getKey(), member.getValue(), type ? typeOf(member.getKey()) : null))
                                .toList()));
    }

    Response membersCount(Request request, Caller caller) {
        StoredGroup group = visible(request, caller);
        return Json.response(
                200, new Count(withRole(group, request.query().get("role")).count(), groups.email(group.name())));
    }

    private Caller impersonated(String other, Caller caller) {
        if (!caller.isIn(DELEGATION)) {
            throw new AppException(403, "Forbidden", "Impersonation not allowed for " + caller.userId());
        }
        Caller member = entitlements.caller(other);
        if (!member.isIn("users") || !member.isIn(IMPERSONATION)) {
            throw new AppException(403, "Forbidden", "Impersonation not allowed for " + other);
        }
        return member;
    }

    private static Response listed(Request request, Caller member, List<Group> found) {
        boolean role = Boolean.parseBoolean(request.query().get("roleRequired"));
        return Json.response(
                200,
                new GroupsOfMember(
                        member.userId(),
                        member.userId(),
                        role ? found : found.stream().map(Group::withoutRole).toList()));
    }

    private StoredGroup visible(Request request, Caller caller) {
        String name = GroupAddress.name(request.variable("email"), entitlements.domain());
        StoredGroup group = groups.find(name).orElseThrow(GroupChanges::noSuchGroup);
        if (!caller.isIn("service.entitlements.admin")) {
            caller.requireOwner(group);
        }
        return group;
    }

    private StoredGroup stored(String name) {
        return groups.find(name).orElseGet(() -> new StoredGroup(name, ""));
    }

    private String typeOf(String member) {
        return member.endsWith("@" + entitlements.domain()) ? "GROUP" : "USER";
    }

    private static Stream<Map.Entry<String, Role>> withRole(StoredGroup group, @Nullable String role) {
        return group.members().entrySet().stream()
                .filter(member -> role == null || member.getValue().name().equalsIgnoreCase(role));
    }

    private static int number(String text, String otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new AppException(new AppError(400, "Bad Request", otherwise));
        }
    }

    record GroupsOfMember(String desId, String memberEmail, List<Group> groups) {}

    record Page(List<Group> groups, String cursor, long totalCount) {}

    record Count(long membersCount, String groupEmail) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Member(String email, Role role, @Nullable String memberType) {}
}
