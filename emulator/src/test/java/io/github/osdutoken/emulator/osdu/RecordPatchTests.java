package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.error;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.GEOLOGIST;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static io.github.osdutoken.emulator.osdu.Deployment.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are changed in parts, listed by kind, fetched together, and rid of old versions. */
class RecordPatchTests {

    private static final String API = "/api/storage/v2";
    private static final String ID = "opendes:doc:1";
    private static final String PATCH = "application/json-patch+json";
    private static final String MERGE = "application/merge-patch+json";

    private final Deployment osdu = new Deployment();

    @BeforeEach
    void store() {
        osdu.store(GEOLOGIST, ID, "wells", "{\"Name\":\"A\",\"Depth\":1}");
    }

    @AfterEach
    void stop() {
        osdu.close();
    }

    @Test
    void changesWhoMaySeeRecordsWithoutANewVersion() {
        String before = versions();
        HttpResponse<String> changed = send(
                GEOLOGIST,
                "/records",
                "application/json",
                bulk(
                        "{\"op\":\"replace\",\"path\":\"/acl/viewers\",\"value\":[\"data.default.viewers@opendes.dataservices"
                                + ".energy\"]},{\"op\":\"add\",\"path\":\"/tags\",\"value\":[\"colour:red\"]}"));
        assertThat(answer(changed))
                .isEqualTo("200 {\"recordCount\":1,\"recordIds\":[\"opendes:doc:1\"],\"notFoundRecordIds\":[],"
                        + "\"unAuthorizedRecordIds\":[],\"lockedRecordIds\":[]}");
        assertThat(osdu.get(VIEWER, API + "/records/" + ID).body())
                .contains("\"tags\":{\"colour\":\"red\"}", "\"modifyUser\":\"geologist-1\"");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void tellsWhichRecordsItCouldNotChange() {
        String change = "{\"op\":\"add\",\"path\":\"/tags\",\"value\":[\"a:b\"]}";
        HttpResponse<String> changed = send(
                EDITOR,
                "/records",
                "application/json",
                "{\"query\":{\"ids\":[\"opendes:doc:1\",\"opendes:doc:2\"]},\"ops\":[" + change + "]}");
        assertThat(answer(changed))
                .startsWith("206 ")
                .contains("\"notFoundRecordIds\":[\"opendes:doc:2\"]", "\"unAuthorizedRecordIds\":[\"opendes:doc:1\"]");
    }

    @Test
    void patchesDataAsANewVersion() {
        String before = versions();
        HttpResponse<String> changed = send(
                GEOLOGIST, "/records", PATCH, bulk("{\"op\":\"replace\",\"path\":\"/data/Name\",\"value\":\"B\"}"));
        assertThat(answer(changed)).startsWith("200 {\"recordCount\":1,\"recordIds\":[\"opendes:doc:1:");
        assertThat(record()).contains("\"data\":{\"Name\":\"B\",\"Depth\":1}");
        assertThat(versions()).isNotEqualTo(before);
    }

    @Test
    void patchesTheRestInPlace() {
        String before = versions();
        assertThat(send(
                                GEOLOGIST,
                                "/records",
                                PATCH,
                                bulk("{\"op\":\"replace\",\"path\":\"/kind\",\"value\":\"osdu:wks:doc:2.0.0\"},"
                                        + "{\"op\":\"add\",\"path\":\"/tags/colour\",\"value\":\"red\"}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(record()).contains("\"kind\":\"osdu:wks:doc:2.0.0\"", "\"tags\":{\"colour\":\"red\"}");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void failsWhereAPatchDoesNotFit() {
        assertThat(answer(send(GEOLOGIST, "/records", PATCH, bulk("{\"op\":\"remove\",\"path\":\"/data/Nowhere\"}"))))
                .startsWith("206 ")
                .contains("\"errors\":[\"Json patch error for record: opendes:doc:1\"]");
        assertThat(answer(send(EDITOR, "/records", PATCH, bulk("{\"op\":\"add\",\"path\":\"/data/X\",\"value\":1}"))))
                .isEqualTo("403 " + error(403, "User Unauthorized", "User is not authorized to update records."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"op\":\"copy\",\"path\":\"/data/A\",\"from\":\"/data/B\"}",
                "{\"op\":\"add\",\"path\":\"/id\",\"value\":\"x\"}",
                "{\"op\":\"remove\",\"path\":\"/acl/owners\"}",
                "{\"op\":\"add\",\"path\":\"/kind\",\"value\":\"a:b:c:1.0.0\"}",
                "{\"op\":\"replace\",\"path\":\"/acl/owners\",\"value\":\"one\"}",
                "{\"op\":\"replace\",\"path\":\"/acl/owners\",\"value\":[]}",
                "{\"op\":\"add\",\"path\":\"/tags/a\",\"value\":{}}",
                "{\"op\":\"add\",\"path\":\"/data/\",\"value\":1}"
            })
    void takesNoOtherPatches(String ops) {
        assertThat(send(GEOLOGIST, "/records", PATCH, bulk(ops)).statusCode()).isEqualTo(400);
        assertThat(record()).contains("\"data\":{\"Name\":\"A\",\"Depth\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"remove\",\"path\":\"/legal/legaltags\",\"value\":[\"opendes-public-usa\"]}",
                "{\"op\":\"replace\",\"path\":\"/legal/legaltags\",\"value\":[\"opendes-none\"]}",
                "{\"op\":\"replace\",\"path\":\"/data\",\"value\":[\"a\"]}",
                "{\"op\":\"add\",\"path\":\"/tags\",\"value\":[\"no colon\"]}",
                "{\"op\":\"add\",\"path\":\"/acl/owners\",\"value\":[\"data.nowhere@opendes.dataservices.energy\"]}"
            })
    void takesNoOtherBulkChanges(String ops) {
        assertThat(send(GEOLOGIST, "/records", "application/json", bulk(ops)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void mergesIntoOneRecord() {
        assertThat(answer(send(
                        GEOLOGIST,
                        "/records/" + ID,
                        MERGE,
                        "{\"data\":{\"Depth\":null,\"New\":2},\"tags\":{\"a\":\"b\"}}")))
                .startsWith("200 ")
                .contains("\"data\":{\"Name\":\"A\",\"New\":2}", "\"tags\":{\"a\":\"b\"}");
        assertThat(send(GEOLOGIST, "/records/opendes:doc:2", MERGE, "{}").statusCode())
                .isEqualTo(404);
        assertThat(send(EDITOR, "/records/" + ID, MERGE, "{}").statusCode()).isEqualTo(403);
        assertThat(send(GEOLOGIST, "/records/" + ID, "application/json", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void takesARecordOutOfSightAndBack() {
        assertThat(send(GEOLOGIST, "/records/" + ID, MERGE, "{\"deleted\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(osdu.get(GEOLOGIST, API + "/records/" + ID).statusCode()).isEqualTo(404);
        assertThat(send(GEOLOGIST, "/records/" + ID, MERGE, "{\"tags\":{\"a\":\"b\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(GEOLOGIST, "/records/" + ID, MERGE, "{\"deleted\":false}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(record()).contains("\"Name\":\"A\"");
    }

    @Test
    void listsTheRecordsOfAKindPageByPage() {
        osdu.store(GEOLOGIST, "opendes:doc:2", "wells", "{\"Name\":\"B\"}");
        String path = API + "/query/records?limit=1&kind=" + Bodies.KIND;
        String first = osdu.get(OPS, path).body();
        assertThat(first).contains("\"results\":[\"opendes:doc:1\"]");
        String cursor = first.split("\"cursor\":\"", 2)[1].split("\"", 2)[0];
        assertThat(osdu.get(OPS, path + "&cursor=" + cursor).body()).isEqualTo("{\"results\":[\"opendes:doc:2\"]}");
        assertThat(answer(osdu.get(OPS, path + "&cursor=bad")))
                .isEqualTo("400 " + error(400, "Cursor invalid", "The requested cursor does not exist or is invalid"));
        assertThat(osdu.get(OPS, API + "/query/records?kind=bad").statusCode()).isEqualTo(400);
        assertThat(osdu.get(EDITOR, path).statusCode()).isEqualTo(403);
        assertThat(osdu.get(GEOLOGIST, API + "/records?kind=" + Bodies.KIND).body())
                .contains("\"Name\":\"A\"", "\"Name\":\"B\"");
        assertThat(osdu.get(EDITOR, API + "/records?kind=" + Bodies.KIND).body())
                .isEqualTo("{\"results\":[]}");
        assertThat(osdu.get(GEOLOGIST, API + "/records?limit=101&kind=" + Bodies.KIND)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void fetchesRecordsAndSaysThatItDoesNotConvert() {
        String body = "{\"records\":[\"opendes:doc:1\",\"opendes:doc:2\"]}";
        assertThat(answer(fetch("none", body)))
                .startsWith("200 {\"records\":[{")
                .endsWith("\"notFound\":[\"opendes:doc:2\"],\"conversionStatuses\":[]}");
        String si = "units=SI;crs=wgs84;elevation=msl;azimuth=true north;dates=utc;";
        assertThat(fetch(si, body).body())
                .endsWith("\"conversionStatuses\":[{\"id\":\"opendes:doc:1\",\"status\":\"NO_FRAME_OF_REFERENCE\","
                        + "\"errors\":[\"CRS Conversion: Meta Block is missing or empty in this record, no conversion"
                        + " applied.\"]}]}");
        osdu.store(GEOLOGIST, "opendes:doc:2", "wells", "{\"Place\":{\"AsIngestedCoordinates\":{}}}");
        assertThat(fetch(si, body).body())
                .endsWith(",{\"id\":\"opendes:doc:2\",\"status\":\"ERROR\","
                        + "\"errors\":[\"The emulator does not convert\"]}]}");
        assertThat(fetch("furlongs", body).statusCode()).isEqualTo(400);
        assertThat(fetch("none", "{\"records\":[]}").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesCollaborationWhichIsSwitchedOff() {
        HttpResponse<String> refused = osdu.send(
                "GET",
                API + "/records/" + ID,
                null,
                "x-collaboration",
                "id=1,application=test",
                "Authorization",
                "Bearer " + Deployment.sign(osdu.claims(GEOLOGIST), Deployment.KEY));
        assertThat(answer(refused))
                .isEqualTo("423 " + error(423, "Locked", "Feature is not enabled on this environment"));
    }

    @Test
    void purgesOldVersionsButNeverTheLatest() {
        osdu.store(GEOLOGIST, ID, "wells", "{\"Name\":\"B\"}");
        osdu.store(GEOLOGIST, ID, "wells", "{\"Name\":\"C\"}");
        String all = versions();
        String latest = all.substring(all.lastIndexOf(',') + 1, all.lastIndexOf(']'));
        assertThat(purge("limit=3").body()).contains("Invalid limit.");
        assertThat(purge("from=404").body()).contains("Invalid 'from' version.");
        assertThat(purge("from=" + latest).statusCode()).isEqualTo(400);
        assertThat(purge("versionIds=" + latest).statusCode()).isEqualTo(400);
        assertThat(purge("versionIds=404,405").body()).contains("non existing version(s) '404,405'");
        assertThat(purge("").statusCode()).isEqualTo(400);
        assertThat(versions()).isEqualTo(all);
        assertThat(purge("limit=2").statusCode()).isEqualTo(204);
        assertThat(versions()).endsWith("\"versions\":[" + latest + "]}");
    }

    @Test
    void losesSightOfRecordsWhoseLegalTagIsDeleted() {
        assertThat(osdu.call(OPS, "DELETE", "/api/legal/v1/legaltags/public-usa", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(osdu.get(GEOLOGIST, API + "/records/" + ID).statusCode()).isEqualTo(404);
    }

    @Test
    void storesUnderNoGroupThatDoesNotExist() {
        assertThat(answer(osdu.call(
                        GEOLOGIST, "PUT", API + "/records", Bodies.record("opendes:doc:3", "nowhere", "{\"a\":1}"))))
                .isEqualTo("400 "
                        + error(
                                400,
                                "Error on writing record",
                                "Could not find group \\\"data.nowhere.viewers@opendes.dataservices.energy\\\"."));
    }

    private HttpResponse<String> purge(String query) {
        // Purging takes an administrator who also owns the record.
        return osdu.call(Deployment.DATA_ROOT, "DELETE", API + "/records/" + ID + "/versions?" + query, null);
    }

    private HttpResponse<String> fetch(String frame, String body) {
        return osdu.send(
                "POST",
                API + "/query/records:batch",
                body,
                "Authorization",
                "Bearer " + Deployment.sign(osdu.claims(GEOLOGIST), Deployment.KEY),
                "data-partition-id",
                "opendes",
                "frame-of-reference",
                frame);
    }

    private HttpResponse<String> send(String user, String path, String type, String body) {
        return osdu.send(
                "PATCH",
                API + path,
                body,
                "Authorization",
                "Bearer " + Deployment.sign(osdu.claims(user), Deployment.KEY),
                "data-partition-id",
                "opendes",
                "Content-Type",
                type);
    }

    private String record() {
        return osdu.get(GEOLOGIST, API + "/records/" + ID).body();
    }

    private String versions() {
        return osdu.get(GEOLOGIST, API + "/records/versions/" + ID).body();
    }

    private static String bulk(String ops) {
        return "{\"query\":{\"ids\":[\"opendes:doc:1\"]},\"ops\":[" + ops + "]}";
    }
}
