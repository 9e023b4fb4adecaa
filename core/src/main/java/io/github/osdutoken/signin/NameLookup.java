package io.github.osdutoken.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.browser.Browser;
import org.jspecify.annotations.Nullable;

/**
 * How a sign-in page's question for a user name went, which Entra ID calls {@code GetCredentialType}. Microsoft does not
 * document its answer, so it only serves to tell a name that is refused from one that could not be looked up: the page shows
 * both at the same place, and a refused name is not sent again.
 *
 * @param reason why it failed, or {@code null} when it did not, as far as is known
 * @param found what was answered
 */
record NameLookup(@Nullable Reason reason, String found) {

    /** How the address ends that is asked. */
    private static final String ENDPOINT = "/GetCredentialType";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int THROTTLED = 2;
    private static final int SERVER_ERROR = 4;
    private static final int OTHER_SERVER_ERROR = -1;

    /** Find out how the last one went in a browser. */
    static NameLookup in(Browser browser) {
        // What led to the refusal may have come between the last reading and the look at the page.
        browser.readTraffic();
        String failure = browser.traffic().dataFailure();
        return failure != null ? failed(failure) : answered(browser.dataAnswer(ENDPOINT));
    }

    /** There was no answer, or one with this HTTP status. */
    static NameLookup failed(String failure) {
        return new NameLookup(failure.equals("429") ? Reason.THROTTLED : Reason.UNAVAILABLE, failure);
    }

    /** This was the answer; {@code null} when nobody knows. */
    static NameLookup answered(@Nullable String body) {
        if (body == null) {
            return new NameLookup(null, "");
        }
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return failed("the answer is not JSON");
        }
        int exists = answer.path("IfExistsResult").asInt();
        if (exists == THROTTLED || answer.path("ThrottleStatus").asInt() == 1) {
            return new NameLookup(Reason.THROTTLED, "too many were asked for");
        }
        boolean error = exists == SERVER_ERROR || exists == OTHER_SERVER_ERROR || !answer.has("IfExistsResult");
        return error ? failed("the server has an error of its own") : new NameLookup(null, "");
    }

    /**
     * Check that nothing is known to have gone wrong.
     *
     * @throws SignInException if something has
     */
    void mustHaveSucceeded(Journey journey) {
        if (reason != null) {
            throw SignInException.of(
                    reason,
                    journey.attempt(),
                    "the page " + journey.here() + " could not ask its server about the user name (" + found + ").",
                    "Run again in a few minutes.");
        }
    }
}
