package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.error;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordTests {

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
    void makesUpAnId() {
        HttpResponse<String> stored = put(RECORD.replace("\"id\":\"" + ID + "\",", ""));
        assertThat(stored.body())
                .matches("\\{\"recordCount\":1,\"recordIds\":\\[\"(opendes:master-data--Well:[0-9a-f]{32})\"],"
                        + "\"skippedRecordIds\":\\[],\"recordIdVersions\":\\[\"\\1:[0-9]{16}\"]}");
    }

    @Test
    void keepsTagsMetaAndAncestryAndInheritsTheParentsLegalTerms() {
        put(RECORD);
        String child = RECORD.replace("Well:1\"", "Well:2\"")
                .replaceAll("\"legal\":\\{.*?},", "")
                .replace(
                        "{\"a\":1}",
                        "{\"a\":1},\"meta\":[{\"kind\":\"Unit\"}],\"tags\":{\"k\":\"v\"},"
                                + "\"ancestry\":{\"parents\":[\"" + ID + ":1795428000000000\"]}");
        assertThat(put(child).statusCode()).isEqualTo(201);
        assertThat(osdu.get(EDITOR, RECORDS + "/opendes:master-data--Well:2").body())
                .startsWith("{\"data\":{\"a\":1},\"meta\":[{\"kind\":\"Unit\"}],")
                .contains("\"legal\":{\"legaltags\":[\"opendes-public-usa\"],\"otherRelevantDataCountries\":[\"US\"],"
                        + "\"status\":\"compliant\"},\"tags\":{\"k\":\"v\"},"
                        + "\"ancestry\":{\"parents\":[\"" + ID + ":1795428000000000\"]},\"createUser\"");
        assertThat(answer(put(child.replace(ID + ":", "opendes:a:b:"))))
                .isEqualTo("404 "
                        + error(
                                404,
                                "Record not found",
                                "The record 'RecordIdWithVersion(recordId=opendes:a:b,"
                                        + " recordVersion=1795428000000000)' was not found"));
        assertThat(answer(put(child.replace(":1795428000000000", ":7"))))
                .isEqualTo("404 "
                        + error(
                                404,
                                "RecordMetadata version not found",
                                "The RecordMetadata version 7 for parent record '" + ID + "' was not found"));
    }

    @Test
    void skipsDuplicatesWhenAsked() {
        put(RECORD);
        assertThat(answer(osdu.call(EDITOR, "PUT", RECORDS + "?skipdupes=true", RECORD)))
                .isEqualTo("201 {\"recordCount\":1,\"recordIds\":null,\"skippedRecordIds\":[\"" + ID
                        + "\"],\"recordIdVersions\":null}");
        assertThat(osdu.call(EDITOR, "PUT", RECORDS + "?skipdupes=true", RECORD.replace("{\"a\":1}", "{\"a\":2}"))
                        .body())
                .contains("\"skippedRecordIds\":[]");
        assertThat(put(RECORD).body()).contains("\"skippedRecordIds\":[]");
        assertThat(versions()).hasSize(3);
    }

    @Test
    void returnsSomeAttributesOfTheData() {
        put(Bodies.record(ID, "default", "{\"a\":{\"b\":1,\"c\":2},\"d\":3,\"e\":4}"));
        assertThat(osdu.get(EDITOR, RECORDS + "/" + ID + "?attribute=data.a.b&attribute=data.d,data.x")
                        .body())
                .startsWith("{\"data\":{\"a.b\":1,\"d\":3},\"id\":");
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        for (String path : new String[] {"/opendes:a:b", "/opendes:a:b/1", "/versions/opendes:a:b"}) {
            assertThat(answer(osdu.get(EDITOR, RECORDS + path)))
                    .isEqualTo("404 " + error(404, "Record not found", "The record 'opendes:a:b' was not found"));
        }
        for (String path : new String[] {"/other:a:b", "/other:a:b/1", "/versions/other:a:b"}) {
            assertThat(answer(osdu.get(EDITOR, RECORDS + path)))
                    .isEqualTo("400 "
                            + error(
                                    400,
                                    "Invalid record ID",
                                    "The record 'other:a:b' does not belong to account 'opendes'"));
        }
        put(RECORD);
        assertThat(answer(osdu.get(EDITOR, RECORDS + "/" + ID + "/1")))
                .isEqualTo(
                        "404 " + error(404, "Record version not found", "The requested record version was not found"));
    }

    @Test
    void readsSeveral() {
        put(RECORD);
        String one = get(EDITOR).body();
        assertThat(answer(batch(EDITOR, "\"" + ID + "\",\"opendes:a:b\"")))
                .isEqualTo("200 {\"records\":[" + one + "],\"invalidRecords\":[\"opendes:a:b\"],\"retryRecords\":[]}");
        assertThat(answer(osdu.call(
                        EDITOR,
                        "POST",
                        "/api/storage/v2/query/records",
                        "{\"records\":[\"" + ID + "\"],\"attributes\":[\"data.none\"]}")))
                .isEqualTo("200 {\"records\":[" + one.replace("{\"a\":1}", "{}")
                        + "],\"invalidRecords\":[],\"retryRecords\":[]}");
        assertThat(answer(batch(EDITOR, "")))
                .isEqualTo("400 " + error(400, "Validation error.", "The list of record IDs cannot be empty"));
        assertThat(answer(batch(
                        EDITOR,
                        String.join(
                                ",", Stream.generate(() -> "\"a\"").limit(101).toList()))))
                .isEqualTo("400 "
                        + error(
                                400,
                                "Validation error.",
                                "No more than 100 records can be retrieved in a single request"));
    }

    @Test
    void countsVersionsUpWhoeverWritesWhen() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> write = () -> put(RECORD).statusCode();
            assertThat(writers.invokeAll(Stream.generate(() -> write).limit(20).toList()))
                    .allSatisfy(status -> assertThat(status.get()).isEqualTo(201));
        } finally {
            writers.shutdownNow();
        }
        assertThat(versions())
                .containsExactly(LongStream.range(1795428000000000L, 1795428000000020L)
                        .mapToObj(Long::toString)
                        .toArray(String[]::new));
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

    private String[] versions() {
        String body = osdu.get(EDITOR, RECORDS + "/versions/" + ID).body();
        return body.substring(body.indexOf('[') + 1, body.indexOf(']')).split(",", -1);
    }
}
