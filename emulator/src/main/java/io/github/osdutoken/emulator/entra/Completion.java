package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.AuthorizationCodes;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Grant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes a user who typed the right password past the interrupts to the redirect. */
final class Completion {

    private final List<Interrupt> interrupts = new CopyOnWriteArrayList<>();
    private final Flows flows;
    private final Sessions sessions;
    private final AuthorizationCodes codes;

    Completion(Flows flows, Sessions sessions, AuthorizationCodes codes) {
        this.flows = flows;
        this.sessions = sessions;
        this.codes = codes;
    }

    /** Ask these, in this order. */
    void ask(List<Interrupt> all) {
        interrupts.addAll(all);
    }

    /** Show the next page, or redirect with a code. */
    Response proceed(Flow flow) throws EntraException {
        EmulatorUser user = flow.user();
        if (user == null) {
            // A form of a later page, posted before the password's.
            throw Aadsts.SESSION_MISMATCH.with("Token values do not match;");
        }
        for (Interrupt interrupt : interrupts) {
            Response page = interrupt.ask(flow, user);
            if (page != null) {
                return page;
            }
        }
        flows.end(flow);
        String sessionId = UUID.randomUUID().toString();
        AuthorizationRequest request = flow.request;
        Grant grant = new Grant(request.target().app(), user, request.scope(), sessionId);
        String code = codes.issue(new AuthorizationCodes.Binding(
                grant, request.target().redirectUri(), request.challenge(), request.nonce()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        parameters.put("session_state", sessionId);
        return request.target().answer(parameters).with("Set-Cookie", sessions.begin(user, flow.persistent));
    }
}
