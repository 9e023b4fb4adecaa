package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.GEOLOGIST;
import static io.github.osdutoken.emulator.osdu.Deployment.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTests {

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

    @Test
    void findsOnlyWhatTheCallerMayRead() {
        assertThat(search(EDITOR, ids())).endsWith("\"totalCount\":2}");
        assertThat(search(VIEWER, ids())).endsWith("\"totalCount\":2}");
        assertThat(search(Deployment.DATA_ROOT, ids())).endsWith("\"totalCount\":3}");
    }

    @Test
    void findsAsOwnerOnlyWhatTheCallerMayChange() {
        try (Deployment other = new Deployment()) {
            other.store(GEOLOGIST, "opendes:well:1", "default", "{\"a\":1}");
            String shared = Bodies.record("opendes:well:2", "default", "{\"a\":1}")
                    .replace("data.default.owners", "data.wells.owners");
            assertThat(other.call(GEOLOGIST, "PUT", "/api/storage/v2/records", shared)
                            .statusCode())
                    .isEqualTo(201);
            assertThat(count(other)).isEqualTo("2");
            assertThat(answer(other.call(
                            EDITOR,
                            "POST",
                            "/api/search/v2/query",
                            "{\"kind\":\"*:*:*:*\",\"queryAsOwner\":true,\"returnedFields\":[\"id\"]}")))
                    .isEqualTo("200 {\"results\":[{\"id\":\"opendes:well:1\"}],\"aggregations\":[],\"totalCount\":1}");
        }
    }

    @Test
    void returnsAPageAndTheFieldsAskedFor() {
        assertThat(search(
                        GEOLOGIST,
                        ",\"offset\":1,\"limit\":1,\"returnedFields\":[\"data.Name\",\"data.In.Sea\",\"type\"]"))
                .isEqualTo("200 {\"results\":[{\"data\":{\"Name\":\"North Sea 2\",\"In\":{\"Sea\":true}},"
                        + "\"type\":\"master-data--Well\"}],\"aggregations\":[],\"totalCount\":3}");
    }

    @Test
    void leavesTheRecordAsItIsWhateverFieldsAreAskedFor() {
        String before =
                osdu.get(EDITOR, "/api/storage/v2/records/opendes:well:2").body();
        assertThat(search(
                        EDITOR,
                        ",\"query\":\"id:\\\"opendes:well:2\\\"\",\"returnedFields\":"
                                + "[\"data\",\"data.In.Sea\",\"data.None\",\"tags.a\",\"\"]"))
                .isEqualTo(
                        "200 {\"results\":[{\"data\":{\"Name\":\"North Sea 2\",\"Depth\":200,\"In\":{\"Sea\":true}}}],"
                                + "\"aggregations\":[],\"totalCount\":1}");
        assertThat(osdu.get(EDITOR, "/api/storage/v2/records/opendes:well:2").body())
                .isEqualTo(before);
    }

    @Test
    void returnsTenResultsUnlessAsked() {
        try (Deployment many = new Deployment()) {
            for (int i = 0; i < 12; i++) {
                many.store(EDITOR, "opendes:well:" + i, "default", "{\"a\":1}");
            }
            String query = "{\"kind\":\"*:*:*:*\",\"returnedFields\":[\"id\"]%s}";
            assertThat(many.call(EDITOR, "POST", "/api/search/v2/query", query.formatted(""))
                            .body())
                    .contains("well:9\"}],")
                    .endsWith("\"totalCount\":12}");
            assertThat(many.call(EDITOR, "POST", "/api/search/v2/query", query.formatted(",\"limit\":5000"))
                            .body())
                    .contains("well:11\"}],");
        }
    }

    @Test
    void showsChangesAfterAWhileWhereTheDeploymentIndexesSlowly() {
        try (Deployment slow = new Deployment(OsduOptions.defaults().withIndexDelay(Duration.ofSeconds(30)))) {
            slow.store(EDITOR, "opendes:well:1", "default", "{\"a\":1}");
            assertThat(count(slow)).isEqualTo("0");
            slow.clock.advance(Duration.ofSeconds(29));
            slow.call(EDITOR, "POST", "/api/storage/v2/records/opendes:well:1:delete", null);
            assertThat(count(slow)).isEqualTo("0");
            slow.clock.advance(Duration.ofSeconds(1));
            assertThat(count(slow)).isEqualTo("1");
            slow.clock.advance(Duration.ofSeconds(29));
            assertThat(count(slow)).isEqualTo("0");
        }
    }

    private static String count(Deployment osdu) {
        String body = osdu.call(EDITOR, "POST", "/api/search/v2/query", "{\"kind\":\"*:*:*:*\"}")
                .body();
        return body.substring(body.lastIndexOf(':') + 1, body.length() - 1);
    }

    private static String ids() {
        return ",\"returnedFields\":[\"id\"]";
    }

    private String search(String user, String more) {
        return answer(osdu.call(user, "POST", "/api/search/v2/query", "{\"kind\":\"osdu:wks:*:*\"" + more + "}"));
    }
}
