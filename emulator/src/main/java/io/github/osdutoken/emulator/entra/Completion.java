package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Quirk;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.AuthorizationCodes;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Grant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes a user who typed the right password past the interrupts to the redirect. */
final class Completion {

    private final Map<Condition, Interrupt> interrupts = new ConcurrentHashMap<>();
    private final Pages pages;
    private final Flows flows;
    private final Sessions sessions;
    private final AuthorizationCodes codes;
    private final Faults faults;

    Completion(Pages pages, Flows flows, Sessions sessions, AuthorizationCodes codes, Faults faults) {
        this.pages = pages;
        this.flows = flows;
        this.sessions = sessions;
        this.codes = codes;
        this.faults = faults;
    }

    /** Ask these, each for the conditions it is for. */
    void ask(List<Interrupt> all) {
        all.forEach(one -> one.conditions().forEach(condition -> interrupts.put(condition, one)));
    }

    /** Show the next page, or redirect with a code. */
    Response proceed(Flow flow) throws EntraException {
        EmulatorUser user = flow.user();
        if (user == null) {
            // A form of a later page, posted before the password's.
            throw Aadsts.SESSION_MISMATCH.with("Token values do not match;");
        }
        for (Condition condition : user.conditions()) {
            Interrupt interrupt = interrupts.get(condition);
            if (interrupt != null && !flow.hasPassed(condition)) {
                return interrupt.show(flow, user, condition);
            }
        }
        return faults.has(Quirk.NO_KMSI) || flow.keepAsked
                ? redirect(flow, user)
                : pages.show(
                        flow,
                        KeepMeSignedIn.PAGE,
                        Map.of("urlPost", "/kmsi", "sPOST_Username", user.username(), "sErrorCode", "50140"));
    }

    private Response redirect(Flow flow, EmulatorUser user) {
        flows.end(flow);
        String sessionId = UUID.randomUUID().toString();
        AuthorizationRequest request = flow.request;
        Grant grant = new Grant(request.target().app(), user, request.scope(), sessionId);
        String code = codes.issue(new AuthorizationCodes.Binding(
                grant, request.target().redirectUri(), request.challenge(), request.nonce()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        parameters.put("session_state", sessionId);
        Response answer = request.target().answer(parameters);
        Response response =
                flow.redirectByScript || faults.has(Quirk.REDIRECT_BY_SCRIPT) ? ScriptRedirect.instead(answer) : answer;
        return response.with("Set-Cookie", sessions.begin(user, flow.persistent));
    }
}
