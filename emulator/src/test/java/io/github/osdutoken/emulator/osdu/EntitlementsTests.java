package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.KEY;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntitlementsTests {

    private static final String AT = "@opendes.dataservices.energy\",\"description\":\"";

    private final Deployment osdu = new Deployment();

    @AfterAll
    void stop() {
        osdu.close();
    }

    @Test
    void listsTheGroupsAnEditorIsInDirectlyOrNot() {
        assertThat(answer(osdu.get(EDITOR, "/api/entitlements/v2/groups")))
                .isEqualTo("200 {\"desId\":\"editor-1\",\"memberEmail\":\"editor-1\",\"groups\":["
                        + String.join(
                                ",",
                                group("users", "Datalake users"),
                                group("users.datalake.editors", "Datalake editors"),
                                group("service.entitlements.user", "Datalake Entitlements users"),
                                group("service.legal.user", "Datalake Legal users"),
                                group("service.legal.editor", "Datalake Legal editors"),
                                group("service.storage.viewer", "The viewer of the datalake storage service"),
                                group("service.storage.creator", "Datalake Storage creators"),
                                group("service.search.user", "Datalake Search users"),
                                group("service.schema-service.viewers", "Viewers group for ddms schema service"),
                                group("service.schema-service.editors", "Editors group for ddms schema service"),
                                group("service.file.viewers", "Viewers group for file service"),
                                group("service.file.editors", "Editors group for file service"),
                                group("data.default.viewers", "Default data viewers"),
                                group("data.default.owners", "Default data owners"))
                        + "]}");
    }

    @Test
    void tellsTheRoleWhenAskedAndGroupsNobodyProvisioned() {
        assertThat(osdu.get(Deployment.GEOLOGIST, "/api/entitlements/v2/groups?roleRequired=true")
                        .body())
                .startsWith(
                        "{\"desId\":\"geologist-1\",\"memberEmail\":\"geologist-1\",\"groups\":[{\"name\":\"users\","
                                + "\"email\":\"users" + AT + "Datalake users\",\"role\":\"MEMBER\"},")
                .endsWith(",{\"name\":\"data.wells.owners\",\"email\":\"data.wells.owners" + AT
                        + "\",\"role\":\"MEMBER\"},{\"name\":\"data.wells.viewers\",\"email\":\"data.wells.viewers" + AT
                        + "\",\"role\":\"MEMBER\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"appid", "azp"})
    void takesAnApplicationForItsClientId(String claim) {
        assertThat(groupsOf(osdu, osdu.claims("").claim(claim, OPS))).startsWith("200 {\"desId\":\"ops-1\",");
    }

    @Test
    void takesTheUserFromAnotherClaimWhereTheDeploymentDoes() {
        try (Deployment byName = new Deployment(OsduOptions.defaults().withUserIdClaim("unique_name"))) {
            assertThat(groupsOf(byName, byName.claims(OPS).claim("unique_name", EDITOR)))
                    .startsWith("200 {\"desId\":\"editor-1\",");
        }
    }

    @Test
    void listsMembersToAdmins() {
        assertThat(answer(osdu.get(OPS, members("service.storage.admin"))))
                .isEqualTo("200 {\"members\":["
                        + "{\"email\":\"users.datalake.admins@opendes.dataservices.energy\",\"role\":\"MEMBER\"},"
                        + "{\"email\":\"users.datalake.ops@opendes.dataservices.energy\",\"role\":\"MEMBER\"}]}");
        assertThat(answer(osdu.get(OPS, members("data.wells.viewers"))))
                .isEqualTo("200 {\"members\":["
                        + "{\"email\":\"users.data.root@opendes.dataservices.energy\",\"role\":\"MEMBER\"},"
                        + "{\"email\":\"geologist-1\",\"role\":\"MEMBER\"}]}");
        assertThat(answer(osdu.get(EDITOR, members("users"))))
                .isEqualTo("401 " + Bodies.error(401, "Unauthorized", "Not authorized to manage members"));
        assertThat(answer(osdu.get(OPS, members("data.nowhere"))))
                .isEqualTo("404 " + Bodies.error(404, "Not Found", ""));
        assertThat(answer(osdu.get(OPS, "/api/entitlements/v2/groups/users@elsewhere.dataservices.energy/members")))
                .isEqualTo("400 "
                        + Bodies.error(
                                400,
                                "Bad Request",
                                "Wrong partition domain for email: 'DataPartitionId.Domain' pattern should be used."
                                        + " Data Partition Id should match with the group."));
    }

    private static String groupsOf(Deployment osdu, JWTClaimsSet.Builder claims) {
        return answer(osdu.send(
                "GET",
                "/api/entitlements/v2/groups",
                null,
                "Authorization",
                "Bearer " + Deployment.sign(claims, KEY),
                "data-partition-id",
                "opendes"));
    }

    private static String members(String group) {
        return "/api/entitlements/v2/groups/" + group + "@opendes.dataservices.energy/members";
    }

    private static String group(String name, String description) {
        return "{\"name\":\"" + name + "\",\"email\":\"" + name + AT + description + "\"}";
    }
}
