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

    private Date inSeconds(int seconds) {
        return Date.from(osdu.clock.instant().plusSeconds(seconds));
    }
}
