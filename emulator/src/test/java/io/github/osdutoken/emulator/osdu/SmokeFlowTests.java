package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The calls every OSDU demonstration makes, in their order. */
class SmokeFlowTests {

    private static final String RECORD = "opendes:master-data--Well:1";
    private static final String ACL = """
            "acl":{"viewers":["data.default.viewers@opendes.dataservices.energy"],\
            "owners":["data.default.owners@opendes.dataservices.energy"]},\
            "legal":{"legaltags":["opendes-public-usa"],"otherRelevantDataCountries":["US"],"status":"compliant"},\
            "createUser":"editor-1","createTime":"2026-11-23T10:00:00.000Z\"""";
    private static final String FIRST = "{\"data\":{\"FacilityName\":\"A-1\"},\"id\":\"" + RECORD
            + "\",\"version\":1795428000000000,\"kind\":\"" + Bodies.KIND + "\"," + ACL + "}";
    private static final String SECOND = "{\"data\":{\"FacilityName\":\"A-2\"},\"id\":\"" + RECORD
            + "\",\"version\":1795428001000000,\"kind\":\"" + Bodies.KIND + "\"," + ACL
            + ",\"modifyUser\":\"editor-1\",\"modifyTime\":\"2026-11-23T10:00:01.000Z\"}";

    @Test
    void createsFindsAndDeletesARecordUnderALegalTag() {
        try (Deployment osdu = new Deployment()) {
            assertThat(answer(osdu.call(EDITOR, "POST", "/api/legal/v1/legaltags", Bodies.LEGAL_TAG)))
                    .isEqualTo("201 " + Bodies.STORED_LEGAL_TAG);
            assertThat(answer(osdu.get(EDITOR, "/api/legal/v1/legaltags/opendes-public-usa")))
                    .isEqualTo("200 " + Bodies.STORED_LEGAL_TAG);

            assertThat(answer(put(osdu, "A-1")))
                    .isEqualTo("201 {\"recordCount\":1,\"recordIds\":[\"" + RECORD + "\"],\"skippedRecordIds\":[],"
                            + "\"recordIdVersions\":[\"" + RECORD + ":1795428000000000\"]}");
            assertThat(answer(osdu.get(EDITOR, "/api/storage/v2/records/" + RECORD)))
                    .isEqualTo("200 " + FIRST);
            osdu.clock.advance(Duration.ofSeconds(1));
            put(osdu, "A-2");
            assertThat(answer(osdu.get(EDITOR, "/api/storage/v2/records/" + RECORD)))
                    .isEqualTo("200 " + SECOND);
            assertThat(answer(osdu.get(EDITOR, "/api/storage/v2/records/versions/" + RECORD)))
                    .isEqualTo(
                            "200 {\"recordId\":\"" + RECORD + "\",\"versions\":[1795428000000000,1795428001000000]}");
            assertThat(answer(osdu.get(EDITOR, "/api/storage/v2/records/" + RECORD + "/1795428000000000")))
                    .isEqualTo("200 " + FIRST);

            String query = "{\"kind\":\"osdu:wks:*:*\",\"query\":\"data.FacilityName:\\\"A-2\\\"\"}";
            assertThat(answer(osdu.call(EDITOR, "POST", "/api/search/v2/query", query)))
                    .isEqualTo("200 {\"results\":["
                            + SECOND.substring(0, SECOND.length() - 1)
                            + ",\"authority\":\"osdu\",\"source\":\"wks\",\"type\":\"master-data--Well\","
                            + "\"namespace\":\"osdu:wks\"}],\"aggregations\":[],\"totalCount\":1}");

            assertThat(answer(osdu.call(EDITOR, "POST", "/api/storage/v2/records/" + RECORD + ":delete", null)))
                    .isEqualTo("204 ");
            assertThat(answer(osdu.get(EDITOR, "/api/storage/v2/records/" + RECORD)))
                    .isEqualTo("404 "
                            + Bodies.error(404, "Record not found", "The record with the given ID is not active"));
            assertThat(answer(osdu.call(EDITOR, "POST", "/api/search/v2/query", query)))
                    .isEqualTo("200 {\"results\":[],\"aggregations\":[],\"totalCount\":0}");
            assertThat(answer(osdu.call(OPS, "DELETE", "/api/legal/v1/legaltags/public-usa", null)))
                    .isEqualTo("204 ");
            assertThat(answer(osdu.get(EDITOR, "/api/legal/v1/legaltags/public-usa")))
                    .isEqualTo("404 {\"error\":\"Not found.\"}");
        }
    }

    private static HttpResponse<String> put(Deployment osdu, String name) {
        return osdu.call(
                EDITOR,
                "PUT",
                "/api/storage/v2/records",
                Bodies.record(RECORD, "default", "{\"FacilityName\":\"" + name + "\"}"));
    }
}
