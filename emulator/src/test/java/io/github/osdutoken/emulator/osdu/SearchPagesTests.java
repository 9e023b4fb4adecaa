package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Bodies.error;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order, sums and pages of what a search finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPagesTests {

    private final Deployment osdu = new Deployment();

    @BeforeAll
    void storeSomeWells() {
        osdu.store(EDITOR, "opendes:well:1", "default", "{\"Depth\":100,\"Basin\":\"North\"}");
        osdu.store(EDITOR, "opendes:well:2", "default", "{\"Depth\":20,\"Basin\":\"South\"}");
        osdu.store(EDITOR, "opendes:well:3", "default", "{\"Basin\":\"South\"}");
    }

    @AfterAll
    void stop() {
        osdu.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ["data.Depth"]              | ["ASC"]        | 213
                    ["data.Depth"]              | ["desc"]       | 123
                    ["data.Basin","data.Depth"] | ["DESC","ASC"] | 231
                    ["data.Basin.keyword","id"] | ["ASC","DESC"] | 132
                    """)
    void sortsByFieldsThoseWithoutLast(String fields, String orders, String found) {
        assertThat(query(
                                "query",
                                ",\"returnedFields\":[\"id\"],\"sort\":{\"field\":" + fields + ",\"order\":" + orders
                                        + "}")
                        .replaceAll("[^0-9]+", ""))
                .isEqualTo("200" + found + "3");
    }

    @Test
    void countsTheValuesOfAField() {
        assertThat(query("query", ",\"limit\":1,\"returnedFields\":[\"id\"],\"aggregateBy\":\"data.Basin\""))
                .isEqualTo("200 {\"results\":[{\"id\":\"opendes:well:1\"}],\"aggregations\":["
                        + "{\"key\":\"South\",\"count\":2},{\"key\":\"North\",\"count\":1}],\"totalCount\":3}");
    }

    @Test
    void readsPageByPageUntilOneIsEmpty() {
        String first = query("query_with_cursor", ",\"limit\":2,\"returnedFields\":[\"id\"]");
        assertThat(first)
                .matches("200 \\{\"cursor\":\"[0-9a-f]{32}\",\"results\":\\[\\{\"id\":\"opendes:well:1\"},"
                        + "\\{\"id\":\"opendes:well:2\"}],\"totalCount\":3}");
        String cursor = first.substring(first.indexOf(":\"") + 2, first.indexOf("\",\"results"));
        String next = ",\"cursor\":\"" + cursor + "\"";
        assertThat(answer(osdu.call(OPS, "POST", "/api/search/v2/query_with_cursor", "{\"kind\":\"a\"" + next + "}")))
                .isEqualTo("403 "
                        + error(403, "cursor issuer doesn't match the cursor consumer", "cursor sharing is forbidden"));
        assertThat(query("query_with_cursor", next))
                .isEqualTo("200 {\"cursor\":\"" + cursor + "\",\"results\":[{\"id\":\"opendes:well:3\"}],"
                        + "\"totalCount\":3}");
        assertThat(query("query_with_cursor", next)).isEqualTo("200 {\"cursor\":null,\"results\":[],\"totalCount\":3}");
        assertThat(query("query_with_cursor", next))
                .isEqualTo(
                        "400 " + error(400, "Can't find the given cursor", "The given cursor is invalid or expired"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    query             | "spatialFilter":{"field":"a"}                      | spatialFilter
                    query             | "highlightedFields":["a"],"cursor":"a"             | cursor, highlightedFields
                    query             | "sort":{"field":["a"],"order":["ASC"],"filter":[]} | sort.filter
                    query_with_cursor | "offset":1                                         | offset
                    query_with_cursor | "aggregateBy":"a"                                  | aggregateBy
                    """)
    void refusesWhatItDoesNotHave(String path, String parameter, String names) {
        assertThat(query(path, "," + parameter))
                .isEqualTo("400 " + error(400, "Bad Request", "The emulator's search does not have " + names));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "sort":{"order":["ASC"]}                        | 'sort.field' can not be null or empty
                    "sort":{"field":["a"]}                          | 'sort.field' and 'sort.order' size do not match
                    "sort":{"field":["a"],"order":["UP"]}           | Not a valid order option. It can only be either 'ASC' or 'DESC'
                    "sort":{"field":["nested(a, b)"],"order":["ASC"]} | The emulator cannot sort by nested(a, b)
                    "aggregateBy":"nested(a, b)"                    | The emulator cannot aggregate by nested(a, b)
                    "offset":9999,"limit":2                         | 'offset' and 'limit' together must be equal or less than 10000
                    """)
    void refusesWrongParameters(String parameters, String error) {
        assertThat(query("query", "," + parameters)).startsWith("400 ").endsWith(",\"errors\":[\"" + error + "\"]}");
    }

    private String query(String path, String more) {
        return answer(osdu.call(EDITOR, "POST", "/api/search/v2/" + path, "{\"kind\":\"*:*:*:*\"" + more + "}"));
    }
}
