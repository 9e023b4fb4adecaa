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
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageTests {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "acl":                | "acls": | Record ACL cannot be empty
                    "viewers":            | "view": | Record acl.viewers cannot be empty
                    "owners":             | "own": | Record acl.owners cannot be empty
                    data.default.viewers@ | users@ | Invalid group name 'users@opendes.dataservices.energy'
                    dataservices.energy"] | localdomainx"] | Invalid group name 'data.default.viewers@opendes.localdomainx'
                    "legal":              | "illegal": | Record legaltags cannot be empty
                    "opendes-public-usa"  | | Record legaltags cannot be empty
                    ["US"]                | [] | Record otherRelevantDataCountries cannot be empty
                    {"a":1}               | {} | Record data cannot be empty
                    {"a":1}               | {"a":1},"ancestry":{"parents":["x"]} | Invalid parent record format: 'x'. The following format is expected: {record-id}:{record-version}
                    {"a":1}               | {"a":1},"ancestry":{"parents":["a:b:c"]} | Invalid parent record version: 'a:b:c'. Record version must be a numeric value
                    """)
    void refusesARecordWithoutWhatItNeeds(String valid, String invalid, String violation) {
        assertThat(RECORD).contains(valid);
        assertThat(answer(put(RECORD.replace(valid, invalid == null ? "" : invalid))))
                .isEqualTo("400 " + error(400, "Validation error.", "{\\\"errors\\\":[\\\"" + violation + "\\\"]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "kind":               | "kin":  | Bad request | Must have valid kind
                    :1.0.0                | :1.0    | Invalid kind | Invalid kind: 'osdu:wks:master-data--Well:1.0', does not follow the required naming convention
                    opendes:master        | other:master | Invalid record id | The record 'other:master-data--Well:1' does not follow the naming convention: The record id must be in the format of <tenantId>:<kindSubType>:<uniqueId>. Example: opendes:master-data--Well:<uuid>
                    data--Well:1"         | data" | Invalid record id | The record 'opendes:master-data' does not follow the naming convention: The record id must be in the format of <tenantId>:<kindSubType>:<uniqueId>. Example: opendes:master-data--Well:<uuid>
                    opendes.dataservices  | elsewhere.dataservices | Invalid ACL | Acl not match with tenant or domain
                    opendes-public-usa    | public-usa | Invalid legal tags | Invalid legal tags: public-usa
                    ["US"]                | ["US","XX"] | Invalid other relevant data countries | The country code 'XX' is invalid
                    """)
    void refusesARecordThatDoesNotFit(String valid, String invalid, String reason, String message) {
        assertThat(RECORD).contains(valid);
        assertThat(answer(put(RECORD.replace(valid, invalid)))).isEqualTo("400 " + error(400, reason, message));
    }

    @Test
    void refusesNoneTooManyAndTwiceTheSame() {
        String one = RECORD.substring(1, RECORD.length() - 1);
        assertThat(answer(put("[]")))
                .isEqualTo("400 " + error(400, "Validation error.", "{\\\"errors\\\":[\\\"must not be empty\\\"]}"));
        assertThat(answer(put("["
                        + String.join(",", Stream.generate(() -> one).limit(501).toList()) + "]")))
                .isEqualTo("400 "
                        + error(
                                400,
                                "Validation error.",
                                "{\\\"errors\\\":[\\\"Up to 500 records can be ingested at a time\\\"]}"));
        assertThat(answer(put("[" + one + "," + one + "]")))
                .isEqualTo("400 "
                        + error(
                                400,
                                "Bad request",
                                "Cannot update the same record multiple times in the same request. Id: " + ID));
        assertThat(put(RECORD.replace("--Well:1\"", "--Well:" + "1".repeat(500) + "\""))
                        .body())
                .endsWith("The record id must be no longer than 512 bytes\"}");
        assertThat(answer(put(one))).isEqualTo("400 " + error(400, "Bad Request", "Failed to read request"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    PUT  | /records        | [null]
                    PUT  | /records        | [{"acl":{"viewers":[null]}}]
                    PUT  | /records        | [{"legal":{"legaltags":[null]}}]
                    PUT  | /records        | [{"ancestry":{"parents":[null]}}]
                    PUT  | /records        | [{"tags":{"k":null}}]
                    PUT  | /records        | [{"data":[]}]
                    POST | /records/delete | [null]
                    POST | /query/records  | {"records":[null]}
                    POST | /query/records  | {"records":["a"],"attributes":[null]}
                    """)
    void doesNotUnderstandABodyOfAnotherShape(String method, String path, String body) {
        assertThat(answer(osdu.call(EDITOR, method, "/api/storage/v2" + path, body)))
                .isEqualTo("400 " + error(400, "Bad Request", "Failed to read request"));
    }

    @Test
    void storesAllRecordsOfARequestOrNone() {
        String good = RECORD.substring(1, RECORD.length() - 1);
        assertThat(put("[" + good + "," + good.replace("Well:1", "Well:2").replace("opendes-public", "no") + "]")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(EDITOR).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesATagThatHasExpired() {
        osdu.clock.advance(Duration.ofDays(365 * 80));
        assertThat(answer(put(RECORD)))
                .isEqualTo("400 " + error(400, "Invalid legal tags", "Invalid legal tags: opendes-public-usa"));
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
                        + error(404, "Record not found", "The record 'opendes:a:b:1795428000000000' was not found"));
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
                .isEqualTo("201 {\"recordCount\":1,\"recordIds\":[],\"skippedRecordIds\":[\"" + ID
                        + "\"],\"recordIdVersions\":[]}");
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

    private HttpResponse<String> delete(String id) {
        return osdu.call(EDITOR, "POST", RECORDS + "/" + id + ":delete", null);
    }

    private HttpResponse<String> batch(String user, String ids) {
        return osdu.call(user, "POST", "/api/storage/v2/query/records", "{\"records\":[" + ids + "]}");
    }

    private String[] versions() {
        String body = osdu.get(EDITOR, RECORDS + "/versions/" + ID).body();
        return body.substring(body.indexOf('[') + 1, body.indexOf(']')).split(",", -1);
    }
}
