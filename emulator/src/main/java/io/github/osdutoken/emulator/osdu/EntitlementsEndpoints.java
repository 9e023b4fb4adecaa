package io.github.osdutoken.emulator.osdu;

import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Entitlements v2: whose groups, and who is in them. Groups are given when the emulator starts and do not change. */
final class EntitlementsEndpoints {

    private static final Set<String> USERS =
            Set.of("service.entitlements.user", "service.entitlements.admin", "users.datalake.ops");

    private final Entitlements entitlements;

    EntitlementsEndpoints(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    void mount(ServiceRoutes routes) {
        routes.open("/info", () -> VersionInfo.of(Service.ENTITLEMENTS))
                .open("/_ah/liveness_check", () -> Response.empty(200))
                .open("/_ah/readiness_check", () -> Response.empty(200))
                .on("GET", "/groups", USERS, this::groups)
                .on("GET", "/groups/{email}/members", USERS, this::members)
                .end();
    }

    private Response groups(Request request, Caller caller) {
        boolean role = Boolean.parseBoolean(request.query().get("roleRequired"));
        return Json.response(
                200,
                new GroupsOfMember(
                        caller.userId(),
                        caller.userId(),
                        caller.groups().stream()
                                .map(group -> role ? group.withRole("MEMBER") : group)
                                .toList()));
    }

    private Response members(Request request, Caller caller) {
        String group = request.variable("email").toLowerCase(Locale.ROOT).split("@", 2)[0];
        if (!entitlements.isOfThisPartition(request.variable("email")) || !entitlements.hasGroup(group)) {
            throw new AppException(404, "Not Found", "");
        }
        if (!caller.isIn("service.entitlements.admin")) {
            throw new AppException(AppError.unauthorized("Not authorized to manage members"));
        }
        return Json.response(
                200,
                Map.of(
                        "members",
                        entitlements.members(group).stream()
                                .map(member -> new Member(member, "MEMBER"))
                                .toList()));
    }

    record GroupsOfMember(String desId, String memberEmail, List<Group> groups) {}

    record Member(String email, String role) {}
}
