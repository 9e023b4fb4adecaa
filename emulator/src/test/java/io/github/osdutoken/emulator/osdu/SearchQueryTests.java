package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.error;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.GEOLOGIST;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchQueryTests {

    private final Deployment osdu = new Deployment();

    @BeforeAll
    void storeSomeWells() {
        osdu.store(EDITOR, "opendes:well:1", "default", "{\"Name\":\"North 1\",\"Depth\":100,\"Tags\":[\"x\",\"y\"]}");
        osdu.store(
                EDITOR, "opendes:well:2", "default", "{\"Name\":\"North Sea 2\",\"Depth\":200,\"In\":{\"Sea\":true}}");
        osdu.store(GEOLOGIST, "opendes:well:3", "wells", "{\"Name\":\"South\",\"Aliases\":[{\"Of\":\"a:b\"}]}");
    }

    @AfterAll
    void stop() {
        osdu.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    *                                   | 1 2 3
                    ``                                  | 1 2 3
                    data.Name:"North 1"                 | 1
                    data.Name:"north"                   | 1 2
                    data.Name:"Nor"                     |
                    data.Name:Nor*                      | 1 2
                    data.Name.keyword:"North"           |
                    data.Name.keyword:"South"           | 3
                    data.Name.keyword:"South*"          |
                    data.Name.keyword:S?uth             | 3
                    data.Depth:200                      | 2
                    data.Tags:"y"                       | 1
                    data.In.Sea:true                    | 2
                    data.Aliases.Of:a\\:b               | 3
                    id:"opendes:well:2"                 | 2
                    id:"opendes:well"                   |
                    id:opendes\\:well\\:*               | 1 2 3
                    acl.viewers:"data.wells.viewers@opendes.dataservices.energy" | 3
                    data.Name:"North" AND data.Depth:100 | 1
                    data.Name:North && Sea              | 2
                    "North Sea"                         | 2
                    data.Missing:*                      |
                    _exists_:data.In                    | 2
                    data.Tags:*                         | 1
                    data.Name:South OR data.Depth:200   | 2 3
                    `North && Sea || South`             | 2
                    Sea South                           | 2 3
                    NOT data.Name:North                 | 3
                    data.Name:North AND NOT Sea         | 1
                    -North                              | 3
                    +North !Sea                         | 1
                    (Sea OR South) AND data.Name:*      | 2 3
                    data.Name:(Sea OR "North 1")        | 1 2
                    data.Depth:[100 TO 150]             | 1
                    data.Depth:{100 TO *]               | 2
                    data.Depth:[9 TO 200}               | 1
                    data.Depth:>=200                    | 2
                    data.Depth:<200                     | 1
                    createTime:["2020-01-01" TO "2020-02-01"] |
                    nested(data.Aliases, (Of:"a:b"))    | 3
                    nested(data.Aliases, (Of:x)) OR Sea | 2
                    """)
    void findsByQuery(String query, String found) {
        String body = search(
                GEOLOGIST,
                ",\"query\":\"" + query.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"returnedFields\":[\"id\"]");
        StringBuilder expected = new StringBuilder();
        for (String id : found == null ? new String[0] : found.split(" ", -1)) {
            expected.append(expected.isEmpty() ? "" : ",")
                    .append("{\"id\":\"opendes:well:")
                    .append(id)
                    .append("\"}");
        }
        assertThat(body)
                .isEqualTo("200 {\"results\":[" + expected + "],\"aggregations\":[],\"totalCount\":"
                        + (found == null ? 0 : found.split(" ", -1).length) + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a AND OR          | 9
                    a AND             | 6
                    (a                | 3
                    a)                | 2
                    data.x:           | 8
                    data.x:[1 TO      | 8
                    a~2               | 1
                    a^2               | 1
                    /a/               | 1
                    nested(data.a, b) | 7
                    """)
    void refusesAQueryItWouldMisread(String query, int character) {
        assertThat(search(EDITOR, ",\"query\":\"" + query + "\""))
                .isEqualTo("400 "
                        + error(
                                400,
                                "Bad Request",
                                "The emulator's search could not read the query from character " + character + " on: "
                                        + query));
    }

    @Test
    void refusesAQueryThatIsTooDeep() {
        assertThat(search(EDITOR, ",\"query\":\"" + "(".repeat(100_000) + "\"")).startsWith("400 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "osdu:wks:master-data--Well:1.0.0"       | 3
                    "OSDU:wks:master-data--well:1.*.*"       | 3
                    "*:*:*:*"                                | 3
                    "osdu:wks:master-data--*:1.1.*"          | 0
                    "osdu:wks:a:1.0.0,osdu:*:*:*"            | 3
                    ["osdu:wks:a:1.0.0","osdu:wks:b:1.0.0"]  | 0
                    ["osdu:wks:a:1.0.0","osdu:wks:*:1.0.0"]  | 3
                    """)
    void findsByKind(String kind, int count) {
        assertThat(osdu.call(GEOLOGIST, "POST", "/api/search/v2/query", "{\"kind\":" + kind + "}")
                        .body())
                .endsWith("\"totalCount\":" + count + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                | Record kind can't be null or empty
                    {"kind":""}                       | Record kind can't be null or empty
                    {"kind":[]}                       | Record kind can't be null or empty
                    {"kind":"osdu:wks"}               | Not a valid record kind format. Found: osdu:wks
                    {"kind":"*:*:*:*","limit":-1}     | 'limit' must be equal or greater than 0
                    {"kind":"*:*:*:*","offset":-1}    | 'offset' must be equal or greater than 0
                    """)
    void refusesWrongParameters(String body, String error) {
        assertThat(answer(osdu.call(EDITOR, "POST", "/api/search/v2/query", body)))
                .isEqualTo("400 {\"code\":400,\"reason\":\"Bad Request\","
                        + "\"message\":\"Invalid parameters were given on search request\",\"errors\":[\"" + error
                        + "\"]}");
    }

    @Test
    void refusesABodyThatIsNoQuery() {
        assertThat(answer(osdu.call(EDITOR, "POST", "/api/search/v2/query", "[")))
                .isEqualTo("400 " + error(400, "Bad Request", "Invalid parameters were given on search request"));
    }

    private String search(String user, String more) {
        return answer(osdu.call(user, "POST", "/api/search/v2/query", "{\"kind\":\"osdu:wks:*:*\"" + more + "}"));
    }
}
