package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.error;
import static io.github.osdutoken.emulator.osdu.Deployment.DATA_ROOT;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.GEOLOGIST;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static io.github.osdutoken.emulator.osdu.Deployment.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordAccessTests {

    private static final String RECORDS = "/api/storage/v2/records";

    private static final String ID = "opendes:master-data--Well:1";

    private static final String RECORD = Bodies.record(ID, "default", "{\"a\":1}");

    private static final String DENIED =
            error(403, "Access denied", "The user is not authorized to perform this action");

    private final Deployment osdu = new Deployment();

    @BeforeEach
    void createLegalTag() {
        osdu.call(EDITOR, "POST", "/api/legal/v1/legaltags", Bodies.LEGAL_TAG);
    }

    @AfterEach
    void stop() {
        osdu.close();
    }

    @Test
    void deniesWhomTheRecordDoesNotName() {
        String wells = Bodies.record(ID, "wells", "{\"a\":1}");
        assertThat(osdu.call(GEOLOGIST, "PUT", RECORDS, wells).statusCode()).isEqualTo(201);
        assertThat(answer(get(EDITOR))).isEqualTo("403 " + DENIED);
        assertThat(answer(osdu.get(EDITOR, RECORDS + "/versions/" + ID))).isEqualTo("403 " + DENIED);
        assertThat(answer(put(RECORD))).isEqualTo("403 " + DENIED);
        assertThat(answer(osdu.call(EDITOR, "POST", RECORDS + "/" + ID + ":delete", null)))
                .isEqualTo("403 " + DENIED);
        assertThat(answer(osdu.call(OPS, "DELETE", RECORDS + "/" + ID, null))).isEqualTo("403 " + DENIED);
        assertThat(answer(batch(EDITOR, "\"" + ID + "\"")))
                .isEqualTo("200 {\"records\":[],\"invalidRecords\":[],\"retryRecords\":[]}");
        assertThat(get(GEOLOGIST).statusCode()).isEqualTo(200);
        assertThat(get(DATA_ROOT).statusCode()).isEqualTo(200);
        assertThat(osdu.call(DATA_ROOT, "DELETE", RECORDS + "/" + ID, null).statusCode())
                .isEqualTo(204);
    }

    @Test
    void letsAReaderReadButNotWrite() {
        String wells = RECORD.replace("data.default.owners", "data.wells.owners");
        assertThat(osdu.call(GEOLOGIST, "PUT", RECORDS, wells).statusCode()).isEqualTo(201);
        assertThat(get(VIEWER).statusCode()).isEqualTo(200);
        assertThat(answer(put(RECORD)))
                .isEqualTo("403 " + error(403, "User Unauthorized", "User is not authorized to update records."));
        assertThat(answer(osdu.call(EDITOR, "POST", RECORDS + "/" + ID + ":delete", null)))
                .isEqualTo("403 " + DENIED);
    }

    private HttpResponse<String> put(String records) {
        return osdu.call(EDITOR, "PUT", RECORDS, records);
    }

    private HttpResponse<String> get(String user) {
        return osdu.get(user, RECORDS + "/" + ID);
    }

    private HttpResponse<String> batch(String user, String ids) {
        return osdu.call(user, "POST", "/api/storage/v2/query/records", "{\"records\":[" + ids + "]}");
    }
}
