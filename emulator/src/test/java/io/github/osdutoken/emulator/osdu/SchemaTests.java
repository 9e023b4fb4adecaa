package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.envelope;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas as they are made, changed and found; each test has an entity type of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTests {

    private static final String SCHEMAS = "/api/schema-service/v1/schema";

    private final Deployment osdu = new Deployment();

    @AfterAll
    void stop() {
        osdu.close();
    }

    @Test
    void createsASchemaOnce() {
        assertThat(answer(post("once", "1.0.0", "DEVELOPMENT", "{\"type\":\"object\"}")))
                .isEqualTo("201 " + info("once", "1.0.0", "DEVELOPMENT"));
        assertThat(answer(osdu.get(VIEWER, SCHEMAS + "/acme:test:once:1.0.0"))).isEqualTo("200 {\"type\":\"object\"}");
        assertThat(answer(post("once", "1.0.0", "PUBLISHED", "{}")))
                .isEqualTo("400 " + envelope(400, "badRequest", "Schema Id is already present"));
    }

    @Test
    void doesNotFindASchemaThatIsNotThere() {
        assertThat(answer(osdu.get(VIEWER, SCHEMAS + "/acme:test:nowhere:1.0.0")))
                .isEqualTo("404 " + envelope(404, "notFound", "Schema is not present"));
    }

    @Test
    void putsASchemaAnewAndOverItselfUntilItIsPublished() {
        assertThat(answer(put("draft", "1.0.0", "DEVELOPMENT", "{\"title\":\"a\"}")))
                .isEqualTo("201 " + info("draft", "1.0.0", "DEVELOPMENT"));
        assertThat(answer(put("draft", "1.0.0", "DEVELOPMENT", "{\"title\":\"b\"}")))
                .isEqualTo("200 " + info("draft", "1.0.0", "DEVELOPMENT"));
        assertThat(answer(osdu.get(VIEWER, SCHEMAS + "/acme:test:draft:1.0.0"))).isEqualTo("200 {\"title\":\"b\"}");
        assertThat(answer(put("draft", "1.0.0", "PUBLISHED", "{\"title\":\"c\"}")))
                .isEqualTo("200 " + info("draft", "1.0.0", "PUBLISHED"));
        for (String status : new String[] {"DEVELOPMENT", "OBSOLETE"}) {
            assertThat(answer(put("draft", "1.0.0", status, "{\"title\":\"d\"}")))
                    .isEqualTo(
                            "400 " + envelope(400, "badRequest", "Only schema in developement stage can be updated"));
        }
    }

    @Test
    void putsNothingNewButInDevelopment() {
        assertThat(answer(put("hasty", "1.0.0", "PUBLISHED", "{}")))
                .isEqualTo("400 "
                        + envelope(400, "badRequest", "Only schema in developement stage can be created through put"));
    }

    @Test
    void namesTheSuccessorOfASchema() {
        post("successor", "2.0.0", "PUBLISHED", "{}");
        String request = Bodies.schema("successor", "1.0.0", "OBSOLETE", "{}");
        String successor = "{\"authority\":\"acme\",\"source\":\"test\",\"entityType\":\"successor\","
                + "\"schemaVersionMajor\":2,\"schemaVersionMinor\":0,\"schemaVersionPatch\":0,"
                + "\"id\":\"acme:test:successor:2.0.0\"}";
        String named = request.replace("\"status\"", "\"supersededBy\":" + successor + ",\"status\"");
        assertThat(answer(osdu.call(EDITOR, "POST", SCHEMAS, named.replace("r:2.0.0", "r:3.0.0"))))
                .isEqualTo("400 " + envelope(400, "badRequest", "Invalid SuperSededBy id"));
        assertThat(osdu.call(EDITOR, "POST", SCHEMAS, named).body())
                .endsWith("\"status\":\"OBSOLETE\",\"scope\":\"INTERNAL\",\"supersededBy\":" + successor + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"schemaInfo\":{\"status\":\"NEW\"}}",
                "{\"schemaInfo\":{\"scope\":\"MINE\"}}",
                "{\"schemaInfo\":1}"
            })
    void doesNotReadWhatIsNoRequest(String body) {
        assertThat(answer(osdu.call(EDITOR, "POST", SCHEMAS, body)))
                .isEqualTo("400 " + envelope(400, "badRequest", "Bad Request. Invalid Input."));
    }

    @Test
    void tellsAllThatIsWrongWithARequest() {
        assertThat(osdu.call(
                                EDITOR,
                                "PUT",
                                SCHEMAS,
                                "{\"schemaInfo\":{\"schemaIdentity\":{\"authority\":\"a b\",\"source\":\"\","
                                        + "\"schemaVersionMajor\":1}},\"schema\":\"{}\"}")
                        .body())
                .startsWith("{\"error\":{\"code\":400,\"message\":\"Validation Error\",\"errors\":[{")
                .contains(
                        "\"authority must not contain whitespaces and special characters except - and .\"",
                        "\"source must not contain whitespaces and special characters except - and .\"",
                        "\"entityType must not be null\"",
                        "\"schemaVersionMinor must not be null\"",
                        "\"schemaVersionPatch must not be null\"",
                        "\"status must not be null\"",
                        "\"The input is invalid. Schema is not a valid JSON Object\"")
                .doesNotContain("schemaVersionMajor must", "schema must not be null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    entityType=listed                                                   | 1.0.0 1.1.0 1.1.1 2.0.0
                    entityType=listed&latestVersion=true                                | 2.0.0
                    entityType=listed&latestVersion=True&schemaVersionMajor=1           | 1.1.1
                    entityType=listed&schemaVersionMajor=1&schemaVersionMinor=1         | 1.1.0 1.1.1
                    entityType=listed&schemaVersionPatch=1                              | 1.1.1
                    entityType=listed&status=PUBLISHED                                  | 1.1.0
                    entityType=listed&authority=acme&source=test&scope=internal         | 1.0.0 1.1.0 1.1.1 2.0.0
                    entityType=listed&scope=SHARED                                      |
                    entityType=listed&authority=osdu                                    |
                    entityType=listed&offset=1&limit=2                                  | 1.1.0 1.1.1
                    """)
    void listsTheSchemasThatFit(String query, String versions) {
        for (String version : new String[] {"1.0.0", "1.1.0", "1.1.1", "2.0.0"}) {
            post("listed", version, version.equals("1.1.0") ? "PUBLISHED" : "DEVELOPMENT", "{}");
        }
        String body = osdu.get(VIEWER, SCHEMAS + "?" + query).body();
        assertThat(body.split("\"id\":\"acme:test:listed:", -1))
                .extracting(part -> part.split("\"", 2)[0])
                .filteredOn(part -> !part.startsWith("{"))
                .containsExactly(versions == null ? new String[0] : versions.split(" ", -1));
        int count = versions == null ? 0 : versions.split(" ", -1).length;
        boolean paged = query.contains("offset");
        assertThat(body)
                .endsWith("],\"offset\":" + (paged ? 1 : 0) + ",\"count\":" + count + ",\"totalCount\":"
                        + (paged ? 4 : count) + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kind=a                                | kind is not a valid input param!
                    schemaVersionMajor=one                | schemaVersionMajor should be of type Long
                    latestVersion=maybe                   | latestVersion should be of type Boolean
                    limit=ten                             | limit should be of type int
                    latestVersion=true&schemaVersionMinor=1 | MinorVersion Filter is invalid without giving MajorVersion when LatestVersion Schema is required
                    latestVersion=true&schemaVersionMajor=1&schemaVersionPatch=1 | PatchVersion Filter is invalid without giving MinorVersion when LatestVersion Schema is required
                    """)
    void refusesAListingItDoesNotUnderstand(String query, String message) {
        assertThat(answer(osdu.get(VIEWER, SCHEMAS + "?" + query)))
                .isEqualTo("400 " + envelope(400, "badRequest", message));
    }

    private HttpResponse<String> post(String name, String version, String status, String schema) {
        return osdu.call(EDITOR, "POST", SCHEMAS, Bodies.schema(name, version, status, schema));
    }

    private HttpResponse<String> put(String name, String version, String status, String schema) {
        return osdu.call(EDITOR, "PUT", SCHEMAS, Bodies.schema(name, version, status, schema));
    }

    private static String info(String name, String version, String status) {
        String[] parts = version.split("\\.", -1);
        return """
                {"schemaIdentity":{"authority":"acme","source":"test","entityType":"%s","schemaVersionMajor":%s,\
                "schemaVersionMinor":%s,"schemaVersionPatch":%s,"id":"acme:test:%s:%s"},"createdBy":"editor-1",\
                "dateCreated":"2026-11-23T10:00:00.000+00:00","status":"%s","scope":"INTERNAL"}""".formatted(name, parts[0], parts[1], parts[2], name, version, status);
    }
}
