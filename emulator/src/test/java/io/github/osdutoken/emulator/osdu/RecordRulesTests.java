package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.error;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordRulesTests {

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

    private HttpResponse<String> put(String records) {
        return osdu.call(EDITOR, "PUT", RECORDS, records);
    }

    private HttpResponse<String> get(String user) {
        return osdu.get(user, RECORDS + "/" + ID);
    }
}
