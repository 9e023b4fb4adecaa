package io.github.osdutoken.emulator.entra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Quirk;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Json;
import io.github.osdutoken.emulator.oauth.Opaque;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;

/** GetCredentialType: the page's question, between user name and password, who this is and how they sign in. */
final class CredentialTypeEndpoint {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int EXISTS = 0;
    private static final int DOES_NOT_EXIST = 1;
    private static final int THROTTLED = 2;

    private final Tenant tenant;
    private final Flows flows;
    private final Faults faults;

    CredentialTypeEndpoint(Tenant tenant, Flows flows, Faults faults) {
        this.tenant = tenant;
        this.flows = flows;
        this.faults = faults;
    }

    Response post(Request request) {
        JsonNode question;
        try {
            question = MAPPER.readTree(request.body());
        } catch (JsonProcessingException e) {
            return Response.empty(400);
        }
        String username = question.path("username").asText();
        Flow flow;
        try {
            flow = flows.require(
                    request,
                    question.path("originalRequest").asText(),
                    question.path("flowToken").asText());
        } catch (EntraException e) {
            // Error 6000 is what the script takes for "start again".
            return Json.response(200, Map.of("error", Map.of("code", "6000", "message", e.description())));
        }
        boolean throttled = faults.has(Quirk.CREDENTIAL_TYPE_THROTTLED);
        int known = tenant.users().named(username).isPresent() ? EXISTS : DOES_NOT_EXIST;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("Username", username);
        answer.put("Display", username);
        answer.put("IfExistsResult", throttled ? THROTTLED : known);
        answer.put("IsUnmanaged", false);
        answer.put("ThrottleStatus", throttled ? 1 : 0);
        answer.put("Credentials", Map.of("PrefCredential", 1, "HasPassword", true, "OtcNotAutoSent", false));
        answer.put("EstsProperties", Map.of("DomainType", 3));
        answer.put("IsSignupDisallowed", true);
        answer.put("FlowToken", flows.token(flow));
        answer.put("apiCanary", Opaque.value("PAQABDgEAAAB", 90));
        return Json.response(200, answer);
    }
}
