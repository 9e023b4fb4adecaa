package io.github.osdutoken.cli.format;

import static io.github.osdutoken.cli.format.Samples.NASTY_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** VS Code's settings and Postman's environments. */
class JsonDocumentTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    osdu-developer | TENANT_ID CLIENT_ID CLIENT_SECRET HOST REFRESH_TOKEN DATA_PARTITION | HOST      | https://contoso.energy.azure.com
                    experience-lab | TENANT_ID CLIENT_ID HOST DATA_PARTITION REFRESH_TOKEN               | HOST      | contoso.energy.azure.com
                    self-managed   | TENANT_ID CLIENT_ID CLIENT_SECRET OSDU_HOST INITIAL_TOKEN           | OSDU_HOST | contoso.energy.azure.com
                    """)
    void restClientFindsItsEnvironment(String style, String names, String hostName, String host) throws Exception {
        JsonNode environment = read(Format.REST_CLIENT.text(Samples.issued(NASTY_LINES), style))
                .path("rest-client.environmentVariables")
                .path("default");

        assertThat(List.copyOf(environment.properties()).stream().map(Map.Entry::getKey))
                .containsExactly(names.split(" "));
        assertThat(environment.path(hostName).asText()).isEqualTo(host);
        assertThat(environment).anyMatch(value -> value.asText().equals(NASTY_LINES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    adme-samples | TENANT_ID CLIENT_ID CLIENT_SECRET SCOPE refresh_token DNS access_token data-partition-id cloud_platform
                    oak-forest   | tenant-id client-id client-secret refresh-token access-token endpoint partition-id
                    segy         | instance_url tenant_id client_id client_secret scope TOKEN data_partition_id
                    camel        | accessToken refreshToken clientId clientSecret tenantId scope baseUrl dataPartitionId authorizationEndpoint tokenEndpoint
                    """)
    void postmanFindsItsVariables(String style, String names) throws Exception {
        JsonNode environment = read(Format.POSTMAN.text(Samples.issued(NASTY_LINES), style));

        assertThat(environment.path("_postman_variable_scope").asText()).isEqualTo("environment");
        assertThat(environment.path("name").asText()).isEqualTo("osdu-token default");
        assertThat(environment.path("values"))
                .extracting(variable -> variable.path("key").asText())
                .containsExactly(names.split(" "));
        assertThat(environment.path("values"))
                .allMatch(variable -> variable.path("enabled").asBoolean())
                .filteredOn(variable -> variable.path("value").asText().endsWith(NASTY_LINES))
                .isNotEmpty()
                .allMatch(variable -> variable.path("type").asText().equals("secret"));
    }

    @Test
    void keepsCommentsInVsCodesSettings() throws Exception {
        String before = """
                {
                    // how I like it
                    "editor.fontSize": 12, /* big */
                    "rest-client.environmentVariables": {
                        "$shared": { "version": "v1" },
                        "default": {
                            "CLIENT_ID": "old", // from the portal
                            "REFRESH_TOKEN": "old \\" } one", "MINE": [1, {"a": 2}],
                            "LAST": null // the end
                        }, // of default
                    },
                    "files.eol": "\\n", // kept
                }
                """;

        String after = Format.REST_CLIENT.merged(Samples.plain(), "osdu-developer", before);

        assertThat(after).isEqualTo("""
                        {
                            // how I like it
                            "editor.fontSize": 12, /* big */
                            "rest-client.environmentVariables": {
                                "$shared": { "version": "v1" },
                                "default": {
                                    "CLIENT_ID": "the-client", // from the portal
                                    "REFRESH_TOKEN": "0.ARoA-v4_j5.new", "MINE": [1, {"a": 2}],
                                    "LAST": null, // the end
                                    "TENANT_ID": "%s",
                                    "HOST": "https://contoso.energy.azure.com",
                                    "DATA_PARTITION": "contoso-opendes"
                                }, // of default
                            },
                            "files.eol": "\\n", // kept
                        }
                        """.formatted(Samples.TENANT));
        assertThat(Format.REST_CLIENT.merged(Samples.plain(), "osdu-developer", after))
                .isEqualTo(after);
    }

    @Test
    void addsAnEnvironmentBesideOthers() throws Exception {
        assertThat(Format.REST_CLIENT.merged(
                        Samples.plain(), "experience-lab", "\ufeff{\r\n\t\"a\": {\"b\": 1}, // x\r\n}\r\n"))
                .startsWith("\ufeff{\r\n\t\"a\": {\"b\": 1}, // x\r\n\t\"rest-client.environmentVariables\": {\r\n"
                        + "\t\t\"default\": {\r\n\t\t\t\"TENANT_ID\": ")
                .endsWith("\r\n\t\t}\r\n\t},\r\n}\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "{}",
                "{ }",
                "{\n}\n",
                "{ // mine\n}",
                "{\"a\":1}",
                "{\"rest-client.environmentVariables\":{}}"
            })
    void isReadableWhateverWasThere(String before) throws Exception {
        String after = Format.REST_CLIENT.merged(Samples.plain(), "osdu-developer", before);

        assertThat(read(after)
                        .path("rest-client.environmentVariables")
                        .path("default")
                        .path("REFRESH_TOKEN")
                        .asText())
                .isEqualTo("0.ARoA-v4_j5.new");
        assertThat(after.contains("// mine")).isEqualTo(before.contains("// mine"));
    }

    @Test
    void changesTheVariablesOfAPostmanEnvironmentAndNoOthers() throws Exception {
        String before = """
                {"id": "7", "name": "mine", "values": [
                  {"key": "own", "value": "x", "enabled": false},
                  {"enabled": false, "value": "old", "key": "refreshToken", "description": "kept"}
                ], "_postman_variable_scope": "environment"}
                """;

        String after = Format.POSTMAN.merged(Samples.plain(), "camel", before);

        assertThat(after).startsWith("""
                        {"id": "7", "name": "mine", "values": [
                          {"key": "own", "value": "x", "enabled": false},
                          {"enabled": false, "value": "0.ARoA-v4_j5.new", "key": "refreshToken", "description": "kept\"""");
        assertThat(read(after).path("values")).hasSize(2 + 8);
        assertThat(read(after).path("values").path(2).path("value").asText()).isEqualTo("access.0.ARoA-v4_j5.new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a": "secret" "b"}                                    | it is not JSON: see line 1, column
                    {"a": 1} {}                                            | there is more than one JSON value in it
                    // nothing                                             | there is no JSON in it
                    []                                                     | line 1 should begin an object with rest-client
                    {"rest-client.environmentVariables": "x"}              | line 1 should begin an object with default
                    {"rest-client.environmentVariables": {"default": {"HOST": {}}}} | line 1 should have one value for HOST
                    """)
    void refusesWhatItCannotChange(String before, String complaint) {
        assertThatThrownBy(() -> Format.REST_CLIENT.merged(Samples.plain(), "osdu-developer", before))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageStartingWith(complaint)
                .hasMessageNotContaining("secret");
    }

    @Test
    void everythingAsJson() throws Exception {
        assertThat(read(Format.JSON.text(Samples.issued(NASTY_LINES)))
                        .path("refresh_token")
                        .asText())
                .isEqualTo(NASTY_LINES);
        assertThat(read(Format.JSON.text(Samples.plain())).path("expires_at").asText())
                .isEqualTo("2030-01-02T03:04:05Z");
    }

    private static JsonNode read(String text) throws Exception {
        return new JsonMapper(JsonSpans.FACTORY).readTree(text.replace("\ufeff", ""));
    }
}
