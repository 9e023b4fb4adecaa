package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenErrorTests extends TokenFixture {

    @ParameterizedTest
    @CsvSource({
        "client_id, -, 900144, invalid_request",
        "client_id, 11111111-2222-3333-4444-555555555555, 700016, unauthorized_client",
        "grant_type, -, 900144, invalid_request",
        "grant_type, password, 70003, unsupported_grant_type",
        "code, -, 900144, invalid_request",
        "code, garbage, 70000, invalid_grant",
        "redirect_uri, -, 900144, invalid_request",
        "scope, User.Read, 70011, invalid_scope",
        "scope, 11111111-2222-3333-4444-555555555555/.default, 500011, invalid_resource"
    })
    void refusesWhatIsWrongInTheForm(String field, String value, int code, String error) throws Exception {
        JsonNode answer = client.redeem(code(), field, value);
        assertThat(answer.at("/error_codes/0").asInt()).isEqualTo(code);
        assertThat(answer.get("error").asText()).isEqualTo(error);
    }

    @Test
    void answersErrorsInEntrasShape() throws Exception {
        HttpResponse<String> response =
                client.token("grant_type", "authorization_code", "code", "x", "redirect_uri", "y");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store, no-cache");
        JsonNode body = HttpSignIn.JSON.readTree(response.body());
        assertThat(body.get("error_description").asText())
                .isEqualTo("AADSTS70000: Provided grant is invalid or malformed: the authorization code is not valid."
                        + " Trace ID: "
                        + body.get("trace_id").asText() + " Correlation ID: "
                        + body.get("correlation_id").asText() + " Timestamp: 2026-03-01 10:00:00Z");
        assertThat(body.get("timestamp").asText()).isEqualTo("2026-03-01 10:00:00Z");
        assertThat(body.get("error_codes").get(0).isNumber()).isTrue();
        assertThat(body.get("error_uri").asText()).isEqualTo(emulator.authority() + "/error?code=70000");
    }

    @Test
    void takesNothingButOneCleanForm() throws Exception {
        String path = emulator.authority() + "/" + emulator.tenantId() + "/oauth2/v2.0/token";
        assertThat(client.get(path).body()).contains("AADSTS900561");
        assertThat(client.post("/nowhere.example/oauth2/v2.0/token", Map.of()).body())
                .contains("AADSTS90002: Tenant 'nowhere.example' not found.");
        assertThat(client.post("/common/oauth2/v2.0/token", Map.of()).body()).contains("AADSTS50194");
        assertThat(client.postRaw(path, "application/json", "{}").body()).contains("'grant_type'");
        assertThat(client.postRaw(path, "application/x-www-form-urlencoded", "scope=a&scope=b")
                        .body())
                .contains("AADSTS9002313");
        assertThat(client.postRaw(path, "application/x-www-form-urlencoded", "scope=%zz")
                        .body())
                .contains("AADSTS9002313");
    }

    @Test
    void knowsNoInstanceButItsOwn() throws Exception {
        String path = emulator.authority() + "/common/discovery/instance?api-version=1.1&authorization_endpoint=";
        JsonNode own = HttpSignIn.JSON.readTree(
                client.get(path + emulator.authority() + "/" + emulator.tenantId() + "/oauth2/v2.0/authorize")
                        .body());
        assertThat(own.path("tenant_discovery_endpoint").asText())
                .isEqualTo(emulator.issuer() + "/.well-known/openid-configuration");
        assertThat(own.at("/metadata/0/aliases/0").asText())
                .isEqualTo(emulator.authority().getAuthority());
        assertError(
                HttpSignIn.JSON.readTree(client.get(path + "https://login.example/common/oauth2/v2.0/authorize")
                        .body()),
                50049,
                "invalid_instance",
                "Unknown or invalid instance.");
    }

    @Test
    void refusesAPublicClientThatAsksForItself() throws Exception {
        JsonNode answer = HttpSignIn.JSON.readTree(
                client.token("grant_type", "client_credentials", "scope", emulator.clientId() + "/.default")
                        .body());
        assertThat(answer.at("/error_codes/0").asInt()).isEqualTo(7000216);
    }

    @Test
    void isThrottledUnavailableOrGoneWhenTold() throws Exception {
        emulator.faults().fail(Faults.Step.TOKEN, Faults.Failure.TOO_MANY_REQUESTS, 1);
        HttpResponse<String> throttled = client.token();
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).isEqualTo("Too Many Requests");
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("1");
        emulator.faults().fail(Faults.Step.TOKEN, Faults.Failure.UNAVAILABLE, 1);
        assertThat(client.token().statusCode()).isEqualTo(503);
        emulator.faults().fail(Faults.Step.TOKEN, Faults.Failure.DROPPED, 2);
        assertThat(catchThrowable(client::token)).isInstanceOf(IOException.class);
        emulator.faults().reset();
        assertThat(client.token().statusCode()).isEqualTo(400);
        assertThat(emulator.requests()).extracting(RecordedRequest::status).contains(429, 503, 0, 400);
    }
}
