package io.github.osdutoken.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What OSDU's entitlements say of the user who was signed in. */
final class GroupsCheck {

    static final String NAME = "groups";

    private static final String PATH = "/api/entitlements/v2/groups";
    private static final int LONGEST_QUOTE = 200;

    private GroupsCheck() {}

    static Finding of(OsduSession session, Web web) {
        HttpResponse<String> answer;
        try {
            answer = web.send(session.request(PATH).GET());
        } catch (SignInException e) {
            return Finding.failure(NAME, e);
        } catch (IOException e) {
            return Finding.failure(
                    NAME,
                    Reason.UNAVAILABLE,
                    session.server() + " did not answer: " + Web.why(e) + ".",
                    "Check osdu.server, the network and the JVM's proxy settings.");
        }
        return answer.statusCode() == 200 ? groups(answer.body(), session) : refused(answer, session);
    }

    private static Finding groups(String body, OsduSession session) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            return Finding.failure(
                    NAME, Reason.PROTOCOL, session.server() + " answered with what is not JSON.", "Check osdu.server.");
        }
        int count = json.path("groups").size();
        String found = json.path("desId").asText() + " is in " + count + (count == 1 ? " group" : " groups") + " of "
                + session.dataPartitionId();
        return count == 0
                ? Finding.warning(NAME, found, "Add the user to users.datalake.viewers or another group.")
                : Finding.ok(NAME, found);
    }

    private static Finding refused(HttpResponse<String> answer, OsduSession session) {
        int status = answer.statusCode();
        String text = answer.body().strip().replaceAll("\\s+", " ");
        String found = session.server() + PATH + " answered " + status + ": "
                + text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
        if (text.contains("Audiences in Jwt")) {
            return Finding.failure(
                    NAME,
                    Reason.APP_REGISTRATION,
                    found,
                    "The token is for another application than the deployment takes. Correct osdu.scope, or have the"
                            + " client id added to what the deployment accepts.");
        }
        if (status == 401 || status == 403) {
            return Finding.failure(
                    NAME,
                    Reason.NOT_ASSIGNED,
                    found,
                    "Add the user to 'users' and a group such as 'users.datalake.viewers' of the partition (a new member"
                            + " may have to wait a while), and check osdu.data-partition-id.");
        }
        return status >= 500
                ? Finding.failure(NAME, Reason.UNAVAILABLE, found, "Run again in a few minutes.")
                : Finding.failure(NAME, Reason.CONFIGURATION, found, "Check osdu.server and osdu.data-partition-id.");
    }
}
