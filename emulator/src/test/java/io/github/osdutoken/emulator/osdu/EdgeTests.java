package io.github.osdutoken.emulator.osdu;

import static io.github.osdutoken.emulator.osdu.Bodies.answer;
import static io.github.osdutoken.emulator.osdu.Deployment.EDITOR;
import static io.github.osdutoken.emulator.osdu.Deployment.KEY;
import static io.github.osdutoken.emulator.osdu.Deployment.OTHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.util.Base64URL;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeTests {

    private final Deployment osdu = new Deployment();

    @AfterAll
    void stop() {
        osdu.close();
    }

    Stream<Arguments> tokensThatAreNoGood() {
        String good = Deployment.sign(osdu.claims(EDITOR), KEY);
        String[] parts = good.split("\\.", -1);
        return Stream.of(
                arguments(
                        "garbage",
                        401,
                        "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections",
                        "garbage"),
                arguments("a header that is not base64", 401, "Jwt header is an invalid Base64url encoded", "%.b.c"),
                arguments("a header that is not JSON", 401, "Jwt header is an invalid JSON", "AAAA.b.c"),
                arguments(
                        "no algorithm",
                        401,
                        "Jwt header [alg] field is required and must be a string",
                        Base64URL.encode("{}") + "." + parts[1] + "." + parts[2]),
                arguments(
                        "algorithm none",
                        401,
                        "Jwt header [alg] is not supported",
                        Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + "."),
                arguments(
                        "a payload that is no object",
                        401,
                        "Jwt payload is an invalid JSON",
                        parts[0] + "." + Base64URL.encode("[]") + "." + parts[2]),
                arguments(
                        "a signature that is not base64",
                        401,
                        "Jwt signature is an invalid Base64url encoded",
                        parts[0] + "." + parts[1] + ".%"),
                arguments(
                        "another key of the same id",
                        401,
                        "Jwt verification fails",
                        Deployment.sign(osdu.claims(EDITOR), OTHER_KEY)),
                arguments(
                        "an unknown key id",
                        401,
                        "Jwks doesn't have key to match kid or alg from Jwt",
                        Deployment.sign(osdu.claims(EDITOR), Deployment.key("key-2"))),
                arguments(
                        "expired",
                        401,
                        "Jwt is expired",
                        Deployment.sign(osdu.claims(EDITOR).expirationTime(inSeconds(-61)), KEY)),
                arguments(
                        "of the future",
                        401,
                        "Jwt not yet valid",
                        Deployment.sign(osdu.claims(EDITOR).notBeforeTime(inSeconds(61)), KEY)),
                arguments(
                        "of another issuer",
                        401,
                        "Jwt issuer is not configured",
                        Deployment.sign(osdu.claims(EDITOR).issuer("https://sts.windows.net/7b6e"), KEY)),
                arguments(
                        "for another audience",
                        403,
                        "Audiences in Jwt are not allowed",
                        Deployment.sign(osdu.claims(EDITOR).audience("api://energy"), KEY)),
                arguments(
                        "for nobody",
                        403,
                        "Audiences in Jwt are not allowed",
                        Deployment.sign(osdu.claims(EDITOR).audience((String) null), KEY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatAreNoGood")
    void refusesInPlainTextATokenThatIs(String what, int status, String body, String token) {
        HttpResponse<String> response = osdu.send(
                "GET",
                "/api/storage/v2/records/opendes:doc:1?attribute=data.x",
                null,
                "Authorization",
                "Bearer " + token,
                "data-partition-id",
                "opendes");
        assertThat(answer(response)).isEqualTo(status + " " + body);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/plain");
        assertThat(response.headers().firstValue("www-authenticate"))
                .hasValue("Bearer realm=\"" + osdu.uri()
                        + "/api/storage/v2/records/opendes:doc:1?attribute=data.x\", error=\"invalid_token\"");
        assertThat(response.headers().firstValue("correlation-id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/entitlements/v2/groups",
                "/api/legal/v1/legaltags",
                "/api/storage/v2/records/opendes:doc:1",
                "/api/search/v2/query",
                "/api/search/v2/nowhere"
            })
    void deniesACallWithoutAToken(String path) {
        for (String[] headers : new String[][] {{}, {"Authorization", "Basic dTpw"}}) {
            HttpResponse<String> response = osdu.send("GET", path, null, headers);
            assertThat(answer(response)).isEqualTo("403 RBAC: access denied");
            assertThat(response.headers().firstValue("content-type")).hasValue("text/plain");
            assertThat(response.headers().firstValue("www-authenticate")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Deployment.ISSUER_V1, Deployment.ISSUER_V2})
    void acceptsBothIssuersSomeClockSkewAndOneOfSeveralAudiences(String issuer) {
        String token = Deployment.sign(
                osdu.claims(EDITOR)
                        .issuer(issuer)
                        .audience(List.of("other", Deployment.AUDIENCE))
                        .expirationTime(inSeconds(-60))
                        .notBeforeTime(inSeconds(60)),
                KEY);
        assertThat(osdu.send(
                                "GET",
                                "/api/legal/v1/legaltags",
                                null,
                                "Authorization",
                                "Bearer " + token,
                                "data-partition-id",
                                "opendes")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entitlements/v2", "legal/v1", "storage/v2", "search/v2"})
    void tellsTheVersionWithoutATokenButNotWithABadOne(String service) {
        String path = "/api/" + service + "/info";
        assertThat(answer(osdu.send("GET", path, null)))
                .isEqualTo("200 {\"groupId\":\"io.github.osdutoken\",\"artifactId\":\"" + service.split("/", -1)[0]
                        + "-emulator\",\"version\":\"0\",\"buildTime\":\"1970-01-01T00:00:00Z\","
                        + "\"branch\":\"emulator\",\"commitId\":\"none\","
                        + "\"commitMessage\":\"not a real OSDU service\",\"connectedOuterServices\":[],"
                        + "\"featureFlagStates\":[]}");
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
                "200 Search Service is ready|/api/search/v2/readiness_check"
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
        assertThat(answer(osdu.call(EDITOR, "PATCH", "/api/storage/v2/records", "[]")))
                .isEqualTo("405 " + Bodies.error(405, "Method not found.", "Method not found."));
        assertThat(answer(osdu.get(EDITOR, "/api/storage/v2/nowhere")))
                .isEqualTo(
                        "404 " + Bodies.error(404, "Resource not found.", "The emulator does not have this resource"));
    }

    private Date inSeconds(int seconds) {
        return Date.from(osdu.clock.instant().plusSeconds(seconds));
    }
}
