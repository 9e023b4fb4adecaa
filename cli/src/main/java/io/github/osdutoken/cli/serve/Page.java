package io.github.osdutoken.cli.serve;

import io.github.osdutoken.SignInException;
import io.github.osdutoken.cli.serve.Guard.Door;
import java.util.HashMap;
import java.util.Map;

/** Which request is answered by whom, and who may send it. */
final class Page implements PageServer.Site {

    private interface Endpoint {
        Reply answer(Call call) throws InterruptedException;
    }

    private record Route(Door door, Endpoint endpoint) {}

    private final Guard guard;
    private final Admission admission;
    private final Actions actions;
    private final TraceShelf traces;
    private final Assets assets = new Assets();
    private final Map<String, Map<String, Route>> routes = new HashMap<>();

    Page(Guard guard, Admission admission, Actions actions, TraceShelf traces) {
        this.guard = guard;
        this.admission = admission;
        this.actions = actions;
        this.traces = traces;
        on("POST", "/api/admission", Door.OWN, this::admit);
        on("GET", "/api/form", Door.KEYED, actions::form);
        on("GET", "/api/state", Door.KEYED, actions::state);
        on("POST", "/api/sign-in", Door.KEYED, actions::signIn);
        on("POST", "/api/refresh", Door.KEYED, call -> actions.refresh());
        on("POST", "/api/cancel", Door.KEYED, call -> actions.cancel());
        on("POST", "/api/copy", Door.KEYED, actions::copy);
        on("POST", "/api/stop", Door.KEYED, call -> actions.stop());
        on("GET", "/picture", Door.ADMITTED, call -> actions.picture());
    }

    @Override
    public Reply answer(Call call) throws InterruptedException {
        Map<String, Route> methods = methods(call.path());
        Route route = methods.get(call.method());
        Reply refusal = guard.turnsAway(call, route == null ? Door.OPEN : route.door());
        if (refusal != null) {
            return refusal;
        }
        if (route == null) {
            return methods.isEmpty()
                    ? Reply.text(404, "There is nothing here.\n")
                    : Reply.text(405, "Not like that.\n").with("Allow", String.join(", ", methods.keySet()));
        }
        try {
            return route.endpoint().answer(call);
        } catch (SignInException e) {
            return Reply.refused(422, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Route> methods(String path) {
        Reply asset = assets.find(path);
        if (asset != null) {
            return Map.of("GET", new Route(Door.OPEN, call -> asset));
        }
        return path.startsWith("/trace/")
                ? Map.of("GET", new Route(Door.ADMITTED, call -> traces.find(path)))
                : routes.getOrDefault(path, Map.of());
    }

    private Reply admit(Call call) {
        actions.used();
        Json body = Json.of(call.body());
        if (!admission.admits(body.text("code"))) {
            return Reply.refused(
                    403,
                    "That is not the code that the terminal shows now. Each code serves once; look for the last one.");
        }
        return Reply.json(Json.object().put("key", admission.key()))
                .with(
                        "Set-Cookie",
                        guard.cookieName() + "=" + admission.cookie() + "; Path=/; HttpOnly; SameSite=Strict");
    }

    private void on(String method, String path, Door door, Endpoint endpoint) {
        routes.computeIfAbsent(path, same -> new HashMap<>()).put(method, new Route(door, endpoint));
    }
}
