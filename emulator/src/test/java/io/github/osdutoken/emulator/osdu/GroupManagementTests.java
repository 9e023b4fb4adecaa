package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.error;
import static io.github.osdutoken.emulator.osdu.Deployment.DATA_ROOT;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.ENTITLEMENTS_ONLY;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static io.github.osdutoken.emulator.osdu.Deployment.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups that are made, changed and deleted, and their members. */
class GroupManagementTests {

    private static final String API = "/api/entitlements/v2";
    private static final String DOMAIN = "@opendes.dataservices.energy";

    private final Deployment osdu = new Deployment();

    @AfterEach
    void stop() {
        osdu.close();
    }

    @Test
    void makesAGroupThatItsMakerOwns() {
        assertThat(answer(create("Wells-Team")))
                .isEqualTo("201 {\"name\":\"wells-team\",\"email\":\"wells-team" + DOMAIN
                        + "\",\"description\":\"desc\"}");
        assertThat(answer(create("wells-team")))
                .isEqualTo("409 " + error(409, "Conflict", "This group already exists"));
        assertThat(members("wells-team")).isEqualTo("200 {\"members\":[{\"email\":\"ops-1\",\"role\":\"OWNER\"}]}");
        assertThat(osdu.get(OPS, API + "/groups?roleRequired=true").body())
                .contains("\"name\":\"wells-team\",\"email\":\"wells-team" + DOMAIN
                        + "\",\"description\":\"desc\",\"role\":\"OWNER\"");
    }

    @Test
    void putsTheRootOfAllDataInEachDataGroup() {
        create("data.wells.viewers");
        assertThat(members("data.wells.viewers")).contains("{\"email\":\"users.data.root" + DOMAIN + "\"");
        assertThat(osdu.get(DATA_ROOT, API + "/groups").body()).contains("\"name\":\"data.wells.viewers\"");
        assertThat(answer(osdu.call(OPS, "DELETE", members("data.wells.viewers", "users.data.root" + DOMAIN), null)))
                .startsWith("400 ")
                .contains("Users data root group hierarchy is enforced");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name":"a"}                | 400
                    {"name":"with space"}       | 400
                    {"description":"no name"}   | 400
                    [                           | 400
                    """)
    void makesNoGroupOfAMalformedName(String body, int status) {
        assertThat(osdu.call(OPS, "POST", API + "/groups", body).statusCode()).isEqualTo(status);
    }

    @Test
    void letsAMemberInAtOnceAndOutAgain() {
        create("data.team.owners");
        create("team");
        assertThat(answer(add("team", "Viewer-1", "MEMBER")))
                .isEqualTo("200 {\"email\":\"viewer-1\",\"role\":\"MEMBER\"}");
        assertThat(answer(add("data.team.owners", "team" + DOMAIN, "MEMBER"))).startsWith("200 ");
        assertThat(groupsOf(VIEWER)).contains("\"name\":\"team\"", "\"name\":\"data.team.owners\"");
        assertThat(answer(add("team", VIEWER, "MEMBER")))
                .isEqualTo("409 " + error(409, "Conflict", "viewer-1 is already a member of group team" + DOMAIN));
        assertThat(osdu.call(OPS, "DELETE", members("team", VIEWER), null).statusCode())
                .isEqualTo(204);
        assertThat(groupsOf(VIEWER)).doesNotContain("\"name\":\"team\"", "\"name\":\"data.team.owners\"");
        assertThat(osdu.call(OPS, "DELETE", members("team", VIEWER), null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesMembersThatMakeNoSense() {
        create("outer");
        create("inner");
        add("outer", "inner" + DOMAIN, "MEMBER");
        assertThat(answer(add("inner", "outer" + DOMAIN, "MEMBER")))
                .isEqualTo("400 " + error(400, "Bad Request", "Cyclic membership is not allowed"));
        assertThat(answer(add("outer", "users" + DOMAIN, "OWNER")))
                .isEqualTo("400 " + error(400, "Bad Request", "Group can only be MEMBER of another group"));
        assertThat(answer(add("outer", "nowhere" + DOMAIN, "MEMBER")))
                .isEqualTo("404 " + error(404, "Not Found", "Member group nowhere" + DOMAIN + " not found"));
        assertThat(answer(add("nowhere", VIEWER, "MEMBER"))).isEqualTo("404 " + error(404, "Not Found", ""));
        assertThat(add("outer", VIEWER, "KING").statusCode()).isEqualTo(400);
    }

    @Test
    void letsOnlyOwnersManage() {
        create("team");
        add("team", EDITOR, "MEMBER");
        assertThat(answer(osdu.call(EDITOR, "POST", membersOf("team"), member(VIEWER, "MEMBER"))))
                .isEqualTo("401 " + error(401, "Unauthorized", "Not authorized to manage members"));
        add("team", "editor-2", "OWNER");
        assertThat(answer(osdu.call(EDITOR, "POST", API + "/groups", "{\"name\":\"mine\"}")))
                .startsWith("401 ");
        assertThat(answer(osdu.call(ENTITLEMENTS_ONLY, "GET", membersOf("team"), null)))
                .isEqualTo("401 " + error(401, "Unauthorized", "Not authorized to manage members"));
    }

    @Test
    void renamesAGroupWhereverItIs() {
        create("old");
        create("outer");
        add("outer", "old" + DOMAIN, "MEMBER");
        assertThat(answer(patch("old", "{\"op\":\"replace\",\"path\":\"/name\",\"value\":[\"New\"]}")))
                .isEqualTo("200 {\"name\":\"new\",\"email\":\"new" + DOMAIN + "\",\"appIds\":[]}");
        assertThat(members("outer")).contains("\"new" + DOMAIN + "\"").doesNotContain("\"old" + DOMAIN + "\"");
        assertThat(answer(patch("new", "{\"op\":\"replace\",\"path\":\"/appIds\",\"value\":[\"app\"]}")))
                .isEqualTo("200 {\"name\":\"new\",\"email\":\"new" + DOMAIN + "\",\"appIds\":[\"app\"]}");
        assertThat(patch("new", "{\"op\":\"add\",\"path\":\"/name\",\"value\":[\"x\"]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(answer(patch("users", "{\"op\":\"replace\",\"path\":\"/name\",\"value\":[\"people\"]}")))
                .contains("bootstrapped groups");
    }

    @Test
    void deletesOnlyWhatWasNotProvisioned() {
        create("team");
        add("team", VIEWER, "MEMBER");
        String path = API + "/groups/team" + DOMAIN;
        assertThat(osdu.call(OPS, "DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(osdu.call(OPS, "DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(groupsOf(VIEWER)).doesNotContain("\"name\":\"team\"");
        assertThat(osdu.call(OPS, "DELETE", API + "/groups/users" + DOMAIN, null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(osdu.call(OPS, "DELETE", API + "/groups/%25", null).statusCode())
                .isEqualTo(400);
        assertThat(osdu.call(OPS, "DELETE", members("service.storage.admin", "users.datalake.ops" + DOMAIN), null)
                        .body())
                .contains("Bootstrap group hierarchy is enforced");
    }

    @Test
    void takesAUserOutOfAllGroupsAtOnceOnly() {
        assertThat(osdu.call(OPS, "DELETE", members("users", VIEWER), null).body())
                .contains("since the user is still provisioned inside other groups");
        assertThat(osdu.call(EDITOR, "DELETE", API + "/members/" + VIEWER, null).statusCode())
                .isEqualTo(401);
        assertThat(osdu.call(OPS, "DELETE", API + "/members/" + VIEWER, null).statusCode())
                .isEqualTo(204);
        assertThat(groupsOf(VIEWER)).contains("\"groups\":[]");
        assertThat(osdu.get(VIEWER, API + "/groups").statusCode()).isEqualTo(401);
    }

    @Test
    void listsThePartitionsGroupsPageByPage() {
        String first = osdu.get(OPS, API + "/groups/all?type=service&limit=10").body();
        assertThat(first).contains("\"cursor\":\"10\",\"totalCount\":16").doesNotContain("\"users\"");
        assertThat(osdu.get(OPS, API + "/groups/all?type=service&limit=10&cursor=10")
                        .body())
                .contains("\"cursor\":\"0\"");
        for (String query : new String[] {"", "?type=none-such", "?type=user&limit=0", "?type=user&cursor=x"}) {
            assertThat(osdu.get(OPS, API + "/groups/all" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void countsMembersAndTellsTheirKind() {
        create("team");
        add("team", "users" + DOMAIN, "MEMBER");
        assertThat(answer(osdu.get(OPS, API + "/groups/team" + DOMAIN + "/membersCount")))
                .isEqualTo("200 {\"membersCount\":2,\"groupEmail\":\"team" + DOMAIN + "\"}");
        assertThat(osdu.get(OPS, membersOf("team") + "?role=MEMBER&includeType=true")
                        .body())
                .isEqualTo("{\"members\":[{\"email\":\"users" + DOMAIN
                        + "\",\"role\":\"MEMBER\",\"memberType\":\"GROUP\"}]}");
    }

    @Test
    void answersForAnotherOnlyAsDelegatedAndAllowed() {
        create("users.datalake.delegation");
        create("users.datalake.impersonation");
        assertThat(onBehalfOf(VIEWER)).startsWith("403 ");
        add("users.datalake.impersonation", VIEWER, "MEMBER");
        assertThat(onBehalfOf(VIEWER)).startsWith("200 {\"desId\":\"viewer-1\"");
        osdu.call(OPS, "DELETE", members("users.datalake.delegation", OPS), null);
        assertThat(onBehalfOf(VIEWER))
                .isEqualTo("403 " + error(403, "Forbidden", "Impersonation not allowed for ops-1"));
    }

    private String onBehalfOf(String user) {
        return answer(osdu.send(
                "GET",
                API + "/groups",
                null,
                "Authorization",
                "Bearer " + Deployment.sign(osdu.claims(OPS), Deployment.KEY),
                "data-partition-id",
                "opendes",
                "on-behalf-of",
                user));
    }

    private HttpResponse<String> create(String name) {
        return osdu.call(OPS, "POST", API + "/groups", "{\"name\":\"" + name + "\",\"description\":\"desc\"}");
    }

    private HttpResponse<String> add(String group, String email, String role) {
        return osdu.call(OPS, "POST", membersOf(group), member(email, role));
    }

    private HttpResponse<String> patch(String group, String change) {
        return osdu.call(OPS, "PATCH", API + "/groups/" + group + DOMAIN, "[" + change + "]");
    }

    private String groupsOf(String user) {
        return osdu.get(OPS, API + "/members/" + user + "/groups?type=none").body();
    }

    private String members(String group) {
        return answer(osdu.get(OPS, membersOf(group)));
    }

    private static String members(String group, String member) {
        return API + "/groups/" + group + DOMAIN + "/members/" + member;
    }

    private static String membersOf(String group) {
        return API + "/groups/" + group + DOMAIN + "/members";
    }

    private static String member(String email, String role) {
        return "{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}";
    }
}
