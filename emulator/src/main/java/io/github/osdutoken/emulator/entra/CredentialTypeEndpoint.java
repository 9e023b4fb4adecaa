package io.github.osdutoken.emulator.entra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Json;
import java.util.Map;

/** GetCredentialType: the page's question, between user name and password, who this is and how they sign in. */
final class CredentialTypeEndpoint {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Flows flows;
    private final CredentialTypes types;
    private final Submissions submissions;

    CredentialTypeEndpoint(Flows flows, CredentialTypes types, Submissions submissions) {
        this.flows = flows;
        this.types = types;
        this.submissions = submissions;
    }

    Response post(Request request) {
        submissions.page("GetCredentialType");
        JsonNode question;
        try {
            question = MAPPER.readTree(request.body());
        } catch (JsonProcessingException e) {
            return Response.empty(400);
        }
        try {
            Flow flow = flows.require(
                    request,
                    question.path("originalRequest").asText(),
                    question.path("flowToken").asText());
            return Json.response(200, types.of(flow, question.path("username").asText()));
        } catch (EntraException e) {
            // Error 6000 is what the script takes for "start again".
            return Json.response(200, Map.of("error", Map.of("code", "6000", "message", e.description())));
        }
    }
}
