package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandardAnswersTests {

    private static final String FLAGS =
            "{\"name\":\"collaborations-enabled\",\"enabled\":false,\"source\":\"appProperty\"},"
                    + "{\"name\":\"featureFlag.opa.enabled\",\"enabled\":false,\"source\":\"appProperty\"}";

    private final Deployment osdu = new Deployment();

    @AfterAll
    void stop() {
        osdu.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entitlements/v2", "legal/v1", "storage/v2", "search/v2", "schema-service/v1", "file/v2"})
    void tellsTheVersionWithoutATokenButNotWithABadOne(String service) {
        String path = "/api/" + service + "/info";
        assertThat(answer(osdu.send("GET", path, null)))
                .isEqualTo("200 {\"groupId\":\"io.github.osdutoken\",\"artifactId\":\"" + service.split("[/-]", -1)[0]
                        + "-emulator\",\"version\":\"0\",\"buildTime\":\"1970-01-01T00:00:00Z\","
                        + "\"branch\":\"emulator\",\"commitId\":\"none\","
                        + "\"commitMessage\":\"not a real OSDU service\",\"connectedOuterServices\":[],"
                        + "\"featureFlagStates\":["
                        + (service.startsWith("storage") ? FLAGS : "")
                        + "]}");
        assertThat(osdu.get(EDITOR, path).statusCode()).isEqualTo(200);
        assertThat(answer(osdu.send("GET", path, null, "Authorization", "Bearer x")))
                .isEqualTo("401 Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 |/api/entitlements/v2/_ah/liveness_check",
                "200 |/api/entitlements/v2/_ah/readiness_check",
                "200 Legal service is alive|/api/legal/v1/_ah/liveness_check",
                "200 Legal service is ready|/api/legal/v1/_ah/readiness_check",
                "200 Storage service is alive.|/api/storage/v2/liveness_check",
                "200 Search Service is alive|/api/search/v2/liveness_check",
                "200 Search Service is ready|/api/search/v2/readiness_check",
                "200 Schema service is alive.|/api/schema-service/v1/liveness_check",
                "200 File service is alive|/api/file/v2/liveness_check",
                "200 File service is ready|/api/file/v2/readiness_check"
            })
    void tellsItsHealthToAnyone(String answerAndPath) {
        String[] row = answerAndPath.split("\\|", -1);
        assertThat(answer(osdu.send("GET", row[1], null))).isEqualTo(row[0]);
    }

    @Test
    void sendsTheHeadersOsduServicesSendAndEchoesTheCorrelationId() {
        HttpResponse<String> response =
                osdu.send("GET", "/api/legal/v1/info", null, "Correlation-Id", "made-in-a-test");
        assertThat(response.headers().map())
                .containsEntry("correlation-id", List.of("made-in-a-test"))
                .containsEntry("content-type", List.of("application/json"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("x-xss-protection", List.of("1; mode=block"))
                .containsEntry("cache-control", List.of("no-cache, no-store, must-revalidate"))
                .containsEntry("content-security-policy", List.of("default-src 'self'"))
                .containsEntry("strict-transport-security", List.of("max-age=31536000; includeSubDomains"))
                .containsEntry("expires", List.of("0"))
                .containsEntry("access-control-allow-origin", List.of("*"));
        assertThat(osdu.send("GET", "/api/legal/v1/info", null).headers().firstValue("correlation-id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    @Test
    void answersWhatIsNotThere() {
        assertThat(answer(osdu.call(EDITOR, "DELETE", "/api/storage/v2/records", null)))
                .isEqualTo("405 " + Bodies.error(405, "Method not found.", "Method not found."));
        assertThat(answer(osdu.get(EDITOR, "/api/storage/v2/nowhere")))
                .isEqualTo(
                        "404 " + Bodies.error(404, "Resource not found.", "The emulator does not have this resource"));
        for (String path : new String[] {"schema-service/v1/schemas/system", "file/v2/getLocation"}) {
            assertThat(answer(osdu.call(EDITOR, "PUT", "/api/" + path, "{}")))
                    .isEqualTo("404 " + Bodies.envelope(404, "notFound", "The emulator does not have this resource"));
        }
    }
}
