package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import java.util.List;
import java.util.Set;

/** Entitlements v2: groups, and who is in them. */
final class EntitlementsEndpoints {

    private static final Set<String> OPS = Set.of("users.datalake.ops");
    private static final Set<String> ADMINS = Set.of("service.entitlements.admin", "users.datalake.ops");
    private static final Set<String> USERS =
            Set.of("service.entitlements.user", "service.entitlements.admin", "users.datalake.ops");

    private final GroupListings listings;
    private final GroupChanges groups;
    private final MemberChanges members;

    EntitlementsEndpoints(Entitlements entitlements) {
        this.listings = new GroupListings(entitlements);
        this.groups = new GroupChanges(entitlements.groups(), entitlements.domain());
        this.members = new MemberChanges(entitlements.groups(), entitlements.domain());
    }

    void mount(ServiceRoutes routes) {
        routes.open("/info", () -> VersionInfo.of(Service.ENTITLEMENTS))
                .open("/_ah/liveness_check", () -> Response.empty(200))
                .open("/_ah/readiness_check", () -> Response.empty(200))
                .on("GET", "/groups", USERS, listings::ofCaller)
                .on("POST", "/groups", ADMINS, this::create)
                .on("GET", "/groups/all", ADMINS, listings::ofPartition)
                .on("PATCH", "/groups/{email}", USERS, this::update)
                .on("DELETE", "/groups/{email}", ADMINS, this::delete)
                .on("GET", "/groups/{email}/members", USERS, listings::members)
                .on("GET", "/groups/{email}/membersCount", USERS, listings::membersCount)
                .on("POST", "/groups/{email}/members", USERS, this::addMember)
                .on("DELETE", "/groups/{email}/members/{member}", USERS, this::removeMember)
                .on("GET", "/members/{member}/groups", ADMINS, listings::ofMember)
                .on("DELETE", "/members/{member}", OPS, this::deleteMember)
                .end();
    }

    private Response create(Request request, Caller caller) {
        return Json.response(
                201, groups.create(Json.read(request, new TypeReference<GroupChanges.Draft>() {}), caller));
    }

    private Response update(Request request, Caller caller) {
        return Json.response(
                200,
                groups.update(
                        request.variable("email"),
                        Json.read(request, new TypeReference<List<GroupChanges.Change>>() {}),
                        caller));
    }

    private Response delete(Request request, Caller caller) {
        groups.delete(request.variable("email"), caller);
        return Response.empty(204);
    }

    private Response addMember(Request request, Caller caller) {
        return Json.response(
                200,
                members.add(
                        request.variable("email"),
                        Json.read(request, new TypeReference<MemberChanges.Draft>() {}),
                        caller));
    }

    private Response removeMember(Request request, Caller caller) {
        members.remove(request.variable("email"), request.variable("member"), caller);
        return Response.empty(204);
    }

    private Response deleteMember(Request request, Caller caller) {
        members.removeEverywhere(request.variable("member"), caller);
        return Response.empty(204);
    }
}
