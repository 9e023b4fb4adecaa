package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.error;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.GEOLOGIST;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordDeletionTests {

    private static final String RECORDS = "/api/storage/v2/records";

    private static final String ID = "opendes:master-data--Well:1";

    private static final String RECORD = Bodies.record(ID, "default", "{\"a\":1}");

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
    void softDeletesUntilWrittenAgain() {
        put(RECORD);
        assertThat(answer(delete(ID))).isEqualTo("204 ");
        assertThat(answer(get(EDITOR)))
                .isEqualTo("404 " + error(404, "Record not found", "The record with the given ID is not active"));
        assertThat(answer(delete(ID)))
                .isEqualTo("404 " + error(404, "Record not found", "Record with id '" + ID + "' does not exist"));
        assertThat(answer(delete("other:a:b")))
                .isEqualTo("400 "
                        + error(
                                400,
                                "Invalid record ID",
                                "The record 'other:a:b' does not belong to account 'opendes'"));
        assertThat(versions()).hasSize(1);
        put(RECORD);
        assertThat(get(EDITOR).statusCode()).isEqualTo(200);
        assertThat(versions()).hasSize(2);
    }

    @Test
    void purgesForGood() {
        put(RECORD);
        delete(ID);
        assertThat(answer(osdu.call(OPS, "DELETE", RECORDS + "/" + ID, null))).isEqualTo("204 ");
        assertThat(answer(osdu.get(EDITOR, RECORDS + "/versions/" + ID)))
                .isEqualTo("404 " + error(404, "Record not found", "The record '" + ID + "' was not found"));
        assertThat(answer(osdu.call(OPS, "DELETE", RECORDS + "/" + ID, null)))
                .isEqualTo("404 " + error(404, "Record not found", "Record with id '" + ID + "' does not exist"));
    }

    @Test
    void deletesSeveralAndNamesThoseItCouldNot() {
        put(RECORD);
        osdu.call(
                GEOLOGIST,
                "PUT",
                RECORDS,
                Bodies.record("opendes:a:b", "default", "{\"a\":1}")
                        .replace("data.default.owners", "data.wells.owners"));
        assertThat(answer(osdu.call(
                        EDITOR, "POST", RECORDS + "/delete", "[\"opendes:a:b\",\"" + ID + "\",\"opendes:a:c\"]")))
                .isEqualTo("207 [{\"notDeletedRecordId\":\"opendes:a:c\","
                        + "\"message\":\"Record with id 'opendes:a:c' not found\"},"
                        + "{\"notDeletedRecordId\":\"opendes:a:b\","
                        + "\"message\":\"The user is not authorized to perform delete record with id opendes:a:b\"}]");
        assertThat(get(EDITOR).statusCode()).isEqualTo(404);
        assertThat(answer(osdu.call(GEOLOGIST, "POST", RECORDS + "/delete", "[\"opendes:a:b\"]")))
                .isEqualTo("204 ");
        assertThat(answer(osdu.call(EDITOR, "POST", RECORDS + "/delete", "[\"other:a:b\"]")))
                .isEqualTo("400 "
                        + error(
                                400,
                                "Invalid record id",
                                "The record 'other:a:b' does not follow the naming convention: the first id component"
                                        + " must be 'opendes'"));
    }

    private HttpResponse<String> put(String records) {
        return osdu.call(EDITOR, "PUT", RECORDS, records);
    }

    private HttpResponse<String> get(String user) {
        return osdu.get(user, RECORDS + "/" + ID);
    }

    private HttpResponse<String> delete(String id) {
        return osdu.call(EDITOR, "POST", RECORDS + "/" + id + ":delete", null);
    }

    private String[] versions() {
        String body = osdu.get(EDITOR, RECORDS + "/versions/" + ID).body();
        return body.substring(body.indexOf('[') + 1, body.indexOf(']')).split(",", -1);
    }
}
