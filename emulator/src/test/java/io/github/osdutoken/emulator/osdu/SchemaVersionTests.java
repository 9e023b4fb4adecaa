package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.envelope;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a schema may refer to, and how much of it a new version may change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaVersionTests {

    private static final String SCHEMAS = "/api/schema-service/v1/schema";

    private final Deployment osdu = new Deployment();
    private int number;

    @AfterAll
    void stop() {
        osdu.close();
    }

    /** The schema before, the schema after, and the lowest step in the version that allows the change. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"properties":{"a":{"type":"string","title":"A"}}} | {"properties":{"a":{"type":"string","title":"B"}}} | patch
                    {"properties":{"a":{"type":"string"}}} | {"properties":{"a":{"type":"string","x-osdu":1,"pattern":"^.$"}}} | patch
                    {"properties":{"a":{"format":"date"}}} | {"properties":{"a":{"format":"time"}}} | patch
                    {"a":1} | {"a":1,"additionalProperties":true} | patch
                    {"a":1,"additionalProperties":true} | {"a":1} | patch
                    {"properties":{"a":{"type":"string"}}} | {"properties":{"a":{"type":"string"},"b":{"type":"string"}}} | minor
                    {"oneOf":[{"title":"A"}]} | {"oneOf":[{"title":"B"},{"title":"A"}]} | minor
                    {"a":1} | {"a":1,"anyOf":[{"const":1}]} | minor
                    {"a":1} | {"a":1,"additionalProperties":false} | major
                    {"a":1,"additionalProperties":true} | {"a":1,"additionalProperties":false} | major
                    {"properties":{"a":{"type":"string"}}} | {"properties":{"a":{"type":"number"}}} | major
                    {"properties":{"a":{"type":"string"}}} | {"properties":{"b":{"type":"string"}}} | major
                    {"required":["a"]} | {"required":["a","b"]} | major
                    {"a":1,"allOf":[{"const":1}]} | {"a":1} | major
                    {"oneOf":[{"title":"A"},{"title":"B"}]} | {"oneOf":[{"title":"A"}]} | major
                    {"oneOf":[{"title":"A"}]} | {"oneOf":[{"title":"B"}]} | major
                    {"oneOf":[{"title":"A","type":"string"}]} | {"oneOf":[{"title":"A","type":"number"}]} | major
                    {"oneOf":[{"type":"string"}]} | {"oneOf":[{"type":"number"}]} | major
                    """)
    void allowsAChangeWithALargeEnoughStep(String before, String after, String step) {
        String patch = create(before, after, "1.0.1");
        String minor = create(before, after, "1.1.0");
        String major = create(before, after, "2.0.0");
        assertThat(patch)
                .startsWith(
                        step.equals("patch")
                                ? "201 "
                                : "400 "
                                        + envelope(
                                                400,
                                                "badRequest",
                                                "Patch version validation failed. Changes requiring a minor or major"
                                                        + " version increment were found; analysed version: 1.0.1 and"
                                                        + " 1.0.0. Updating the schema version to a higher minor or"
                                                        + " major version is required."));
        assertThat(minor)
                .startsWith(
                        !step.equals("major")
                                ? "201 "
                                : "400 "
                                        + envelope(
                                                400,
                                                "badRequest",
                                                "Minor version validation failed. Breaking changes were found;"
                                                        + " analysed versions 1.1.0 and 1.0.0. Updating the schema"
                                                        + " version to a higher major version is required."));
        assertThat(major).startsWith("201 ");
    }

    @Test
    void comparesWithTheVersionAfterToo() {
        post("middle", "1.0.0", "{\"properties\":{\"a\":{}}}");
        post("middle", "1.2.0", "{\"properties\":{\"a\":{},\"b\":{}}}");
        assertThat(post("middle", "1.1.0", "{\"properties\":{\"a\":{},\"c\":{}}}")
                        .body())
                .contains("analysed versions 1.1.0 and 1.2.0");
        assertThat(post("middle", "1.1.0", "{\"properties\":{\"a\":{}}}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void letsAReferenceLeadToALaterVersion() {
        for (String version : new String[] {"1.0.0", "1.0.1", "1.1.0", "2.0.0"}) {
            post("part", version, "{\"type\":\"object\"}");
        }
        post("whole", "1.0.0", whole("1.0.0"));
        assertThat(post("whole", "1.0.1", whole("1.0.1")).statusCode()).isEqualTo(201);
        assertThat(post("whole", "1.0.2", whole("1.1.0")).statusCode()).isEqualTo(400);
        assertThat(post("whole", "1.1.0", whole("2.0.0")).statusCode()).isEqualTo(400);
    }

    @Test
    void bringsWhatASchemaRefersToIntoItsDefinitions() {
        post("inner", "1.0.0", "{\"const\":1}");
        post("outer", "1.0.0", "{\"items\":{\"$ref\":\"acme:test:inner:1.0.0\"}}");
        post(
                "all",
                "1.0.0",
                "{\"properties\":{\"o\":{\"$ref\":\"acme:test:outer:1.0.0\"},"
                        + "\"g\":{\"$ref\":\"https://geojson.org/schema/FeatureCollection.json\"},"
                        + "\"l\":{\"$ref\":\"#/definitions/local\"}},\"definitions\":{\"local\":{\"const\":2}}}");
        assertThat(osdu.get(EDITOR, SCHEMAS + "/acme:test:all:1.0.0").body())
                .startsWith("{\"properties\":{\"o\":{\"$ref\":\"#/definitions/acme:test:outer:1.0.0\"},"
                        + "\"g\":{\"$ref\":\"#/definitions/FeatureCollection\"},"
                        + "\"l\":{\"$ref\":\"#/definitions/local\"}},\"definitions\":{\"local\":{\"const\":2},"
                        + "\"FeatureCollection\":{")
                .endsWith("},\"acme:test:inner:1.0.0\":{\"const\":1},"
                        + "\"acme:test:outer:1.0.0\":{\"items\":{\"$ref\":\"#/definitions/acme:test:inner:1.0.0\"}}}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    #/definitions/b        | Invalid input, no 'b' definition found but provided as a reference
                    acme:test:none:1.0.0   | Invalid input, acme:test:none:1.0.0 not registered but provided as reference
                    https://example.com/b.json | Invalid Request, https://example.com/b.json not resolvable
                    """)
    void refusesAReferenceThatLeadsNowhere(String reference, String message) {
        assertThat(answer(post("astray", "1.0.0", "{\"allOf\":[{\"$ref\":\"" + reference + "\"}]}")))
                .isEqualTo("400 " + envelope(400, "badRequest", message));
    }

    private static String whole(String part) {
        return "{\"allOf\":[{\"$ref\":\"acme:test:part:" + part + "\"}]}";
    }

    /** Make the first version of a new schema, then another, and return how that was answered. */
    private String create(String before, String after, String version) {
        String name = "e" + ++number;
        post(name, "1.0.0", before);
        return answer(post(name, version, after));
    }

    private HttpResponse<String> post(String name, String version, String schema) {
        return osdu.call(EDITOR, "POST", SCHEMAS, Bodies.schema(name, version, "DEVELOPMENT", schema));
    }
}
