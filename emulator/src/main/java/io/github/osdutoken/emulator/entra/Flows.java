package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Opaque;
import io.github.osdutoken.emulator.oauth.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sign-ins that are under way. */
final class Flows {

    /** How long a page may be left open. */
    private static final Duration PAGE_LIFETIME = Duration.ofMinutes(15);

    private final Map<String, Flow> flows = new ConcurrentHashMap<>();
    private final Cookies cookies;
    private final Clock clock;

    Flows(Cookies cookies, Clock clock) {
        this.cookies = cookies;
        this.clock = clock;
    }

    Flow begin(AuthorizationRequest authorization, String browser, Trace trace) {
        Flow flow = new Flow(authorization, browser, trace);
        flows.put(flow.context, flow);
        return flow;
    }

    /** Make the flow token of one more page. */
    String token(Flow flow) {
        String token = Opaque.value("AQABIQEAAAB", 200);
        flow.tokens.put(token, clock.instant());
        return token;
    }

    /** Find the flow a form belongs to: its context, canary, flow token and the browser's cookie must be of one page. */
    Flow require(Request request) throws EntraException {
        Map<String, String> form = request.form();
        Flow flow = flows.get(form.getOrDefault("ctx", ""));
        if (flow == null || !flow.canary.equals(form.get("canary"))) {
            throw Aadsts.SESSION_MISMATCH.with("Token values do not match;");
        }
        requireToken(flow, request, form.getOrDefault("flowToken", ""));
        return flow;
    }

    /** Find the flow of a script's request. */
    Flow require(Request request, String context, String token) throws EntraException {
        Flow flow = flows.get(context);
        if (flow == null) {
            throw Aadsts.SESSION_MISMATCH.with("Token values do not match;");
        }
        requireToken(flow, request, token);
        return flow;
    }

    /** Find a flow whose browser comes to another host name for the first time, and so has no cookie there. */
    Flow arriving(String context, String token) throws EntraException {
        Flow flow = flows.get(context);
        if (flow == null || !flow.tokens.containsKey(token)) {
            throw Aadsts.SESSION_MISMATCH.with("Token values do not match;");
        }
        return flow;
    }

    /** Find a flow whose browser comes back from another identity provider. */
    Flow returning(Request request, String context) throws EntraException {
        Flow flow = flows.get(context);
        if (flow == null || !flow.browser.equals(request.cookie(cookies.browser()))) {
            throw Aadsts.SESSION_MISMATCH.with("Missing session context cookie;");
        }
        return flow;
    }

    /** Forget a flow that led to its redirect: its pages are stale from now on. */
    void end(Flow flow) {
        flows.remove(flow.context);
    }

    private void requireToken(Flow flow, Request request, String token) throws EntraException {
        Instant served = flow.tokens.get(token);
        if (served == null || !flow.browser.equals(request.cookie(cookies.browser()))) {
            throw Aadsts.SESSION_MISMATCH.with(
                    served == null ? "Token values do not match;" : "Missing session context cookie;");
        }
        if (!clock.instant().isBefore(served.plus(PAGE_LIFETIME))) {
            throw Aadsts.FLOW_TOKEN_EXPIRED.with();
        }
    }
}
