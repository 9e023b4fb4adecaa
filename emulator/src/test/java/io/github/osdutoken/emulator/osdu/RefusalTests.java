package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.ENTITLEMENTS_ONLY;
import static io.github.osdutoken.emulator.osdu.Deployment.KEY;
import static io.github.osdutoken.emulator.osdu.Deployment.NOT_IN_USERS;
import static io.github.osdutoken.emulator.osdu.Deployment.NO_ENTITLEMENTS_ROLE;
import static io.github.osdutoken.emulator.osdu.Deployment.STRANGER;
import static io.github.osdutoken.emulator.osdu.Deployment.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each service, in its own words, turns away a caller whose token is good. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTests {

    private static final String NOT_AUTHORIZED = "The user is not authorized to perform this action";

    private final Deployment osdu = new Deployment();
    private final Deployment withoutEdge = new Deployment(OsduOptions.defaults().withEdge(EdgeStyle.SERVICE));

    @AfterAll
    void stop() {
        osdu.close();
        withoutEdge.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/entitlements/v2/groups | 401 | Unauthorized | The user is not authorized to perform this action
                    /api/legal/v1/legaltags     | 401 | Access denied | The user is not authorized to perform this action
                    /api/storage/v2/records/a   | 401 | Unauthorized | Authorization header is missing
                    /api/search/v2/query        | 401 | Access denied | The user is not authorized to perform this action
                    """)
    void missesTheTokenWhenThereIsNoEdge(String path, int code, String reason, String message) {
        assertThat(answer(withoutEdge.send(method(path), path, null, "data-partition-id", "opendes")))
                .isEqualTo(code + " " + Bodies.error(code, reason, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/entitlements/v2/groups | 401 | Unauthorized  | Invalid data partition header provided
                    /api/legal/v1/legaltags     | 401 | Access denied | The user is not authorized to perform this action
                    /api/storage/v2/records/a   | 400 | Bad Request   | data-partition-id header is missing
                    /api/search/v2/query        | 400 | Bad request   | invalid or empty data partition provided
                    """)
    void missesTheDataPartition(String path, int code, String reason, String message) {
        String bearer = "Bearer " + Deployment.sign(osdu.claims(EDITOR), KEY);
        assertThat(answer(osdu.send(method(path), path, null, "Authorization", bearer)))
                .isEqualTo(code + " " + Bodies.error(code, reason, message));
        assertThat(answer(osdu.send(method(path), path, null, "Authorization", bearer, "data-partition-id", " ")))
                .isEqualTo(code + " " + Bodies.error(code, reason, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/entitlements/v2/groups | 401 | Partition Service issue | Cannot authorize user in requested partition
                    /api/legal/v1/legaltags     | 401 | Access denied | The user is not authorized to perform this action
                    /api/storage/v2/records/a   | 401 | Access denied | Cannot authorize user in requested partition
                    /api/search/v2/query        | 401 | Access denied | The user is not authorized to perform this action
                    """)
    void doesNotKnowTheDataPartition(String path, int code, String reason, String message) {
        String bearer = "Bearer " + Deployment.sign(osdu.claims(EDITOR), KEY);
        assertThat(answer(
                        osdu.send(method(path), path, null, "Authorization", bearer, "data-partition-id", "elsewhere")))
                .isEqualTo(code + " " + Bodies.error(code, reason, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/entitlements/v2/groups | Unauthorized
                    /api/legal/v1/legaltags     | Access denied
                    /api/storage/v2/records/a   | Access denied
                    /api/search/v2/query        | Access denied
                    """)
    void doesNotLetInWhomEntitlementsDoesNotKnow(String path, String reason) {
        for (String user : new String[] {STRANGER, NOT_IN_USERS, NO_ENTITLEMENTS_ROLE}) {
            assertThat(answer(osdu.call(user, method(path), path, null)))
                    .as(user)
                    .isEqualTo("401 " + Bodies.error(401, reason, NOT_AUTHORIZED));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /api/legal/v1/legaltags          | 401 | Unauthorized  | User does nto have access to the API
                    GET    | /api/storage/v2/records/a        | 403 | Access denied | The user is not authorized to perform this action
                    POST   | /api/search/v2/query             | 401 | Access denied | The user is not authorized to perform this action
                    """)
    void needsARole(String method, String path, int code, String reason, String message) {
        assertThat(answer(osdu.call(ENTITLEMENTS_ONLY, method, path, null)))
                .isEqualTo(code + " " + Bodies.error(code, reason, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    viewer-1 | POST   | /api/legal/v1/legaltags               | 401
                    viewer-1 | PUT    | /api/legal/v1/legaltags               | 401
                    EDITOR-1 | DELETE | /api/legal/v1/legaltags/public-usa    | 401
                    viewer-1 | PUT    | /api/storage/v2/records               | 403
                    viewer-1 | POST   | /api/storage/v2/records/opendes:a:b:delete | 403
                    viewer-1 | POST   | /api/storage/v2/records/delete        | 403
                    EDITOR-1 | DELETE | /api/storage/v2/records/opendes:a:b   | 403
                    """)
    void needsTheRightRole(String user, String method, String path, int code) {
        assertThat(answer(osdu.call(user, method, path, null)))
                .isEqualTo(code + " "
                        + (code == 401
                                ? Bodies.error(401, "Unauthorized", "User does nto have access to the API")
                                : Bodies.error(403, "Access denied", NOT_AUTHORIZED)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/schema-service/v1/schema | Authorization header is mandatory | data-partition-id header is mandatory
                    /api/file/v2/files/uploadURL  | Missing authorization token       | Missing partitionID
                    """)
    void missesTokenAndDataPartitionInTheWordsOfSchemaAndFile(String path, String noToken, String noPartition) {
        assertThat(answer(withoutEdge.send("GET", path, null, "data-partition-id", "opendes")))
                .isEqualTo("401 " + Bodies.envelope(401, "unauthorized", noToken));
        String bearer = "Bearer " + Deployment.sign(osdu.claims(EDITOR), KEY);
        assertThat(answer(osdu.send("GET", path, null, "Authorization", bearer)))
                .isEqualTo("401 " + Bodies.envelope(401, "unauthorized", noPartition));
    }

    @Test
    void needsASchemaRoleWhateverTheReason() {
        String unauthorized =
                "401 " + Bodies.envelope(401, "unauthorized", "User is unauthorized to perform this action");
        String schemas = "/api/schema-service/v1/schema";
        for (String user : new String[] {STRANGER, NOT_IN_USERS, ENTITLEMENTS_ONLY}) {
            assertThat(answer(osdu.get(user, schemas))).as(user).isEqualTo(unauthorized);
        }
        for (String method : new String[] {"POST", "PUT"}) {
            assertThat(answer(osdu.call(VIEWER, method, schemas, "{}")))
                    .as(method)
                    .isEqualTo(unauthorized);
        }
        assertThat(answer(osdu.send(
                        "GET",
                        schemas,
                        null,
                        "Authorization",
                        "Bearer " + Deployment.sign(osdu.claims(EDITOR), KEY),
                        "data-partition-id",
                        "elsewhere")))
                .isEqualTo(unauthorized);
    }

    @Test
    void needsAFileRole() {
        String file = "/api/file/v2/files/";
        for (String user : new String[] {STRANGER, NOT_IN_USERS}) {
            assertThat(answer(osdu.get(user, file + "uploadURL")))
                    .as(user)
                    .isEqualTo("401 " + Bodies.error(401, "Access denied", NOT_AUTHORIZED));
        }
        String unauthorized = "401 " + Bodies.error(401, "Unauthorized", NOT_AUTHORIZED);
        assertThat(answer(osdu.get(ENTITLEMENTS_ONLY, file + "opendes:a:b/metadata")))
                .isEqualTo(unauthorized);
        assertThat(answer(osdu.get(VIEWER, file + "uploadURL"))).isEqualTo(unauthorized);
        assertThat(answer(osdu.call(VIEWER, "POST", file + "metadata", "{}"))).isEqualTo(unauthorized);
        assertThat(answer(osdu.call(VIEWER, "DELETE", file + "opendes:a:b/metadata", null)))
                .isEqualTo(unauthorized);
    }

    @Test
    void searchesForNobodyWithoutADataGroup() {
        try (Deployment hardened = new Deployment(OsduOptions.defaults().withoutDefaultDataGroups())) {
            assertThat(answer(hardened.call(VIEWER, "POST", "/api/search/v2/query", "{\"kind\":\"*:*:*:*\"}")))
                    .isEqualTo("403 " + Bodies.error(403, "Access denied", NOT_AUTHORIZED));
            assertThat(answer(hardened.call(
                            Deployment.GEOLOGIST, "POST", "/api/search/v2/query", "{\"kind\":\"*:*:*:*\"}")))
                    .isEqualTo("200 {\"results\":[],\"aggregations\":[],\"totalCount\":0}");
        }
    }

    private static String method(String path) {
        return path.endsWith("/query") ? "POST" : "GET";
    }
}
