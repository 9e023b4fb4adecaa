package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Opaque;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Shows the notices, and takes the forms of those that have one. */
final class Notices implements Interrupt {

    private static final String SKIP = "/SkipMfaRegistration";

    private final Tenant tenant;
    private final Steps steps;
    private final OtherHosts otherHosts;

    Notices(Tenant tenant, Steps steps, OtherHosts otherHosts) {
        this.tenant = tenant;
        this.steps = steps;
        this.otherHosts = otherHosts;
    }

    @Override
    public Set<Condition> conditions() {
        return Notice.ALL.keySet();
    }

    @Override
    public Response show(Flow flow, EmulatorUser user, Condition condition) {
        Notice notice = notice(condition);
        int code = user.code() == 0 ? notice.code() : user.code();
        Map<String, Object> config = new LinkedHashMap<>(notice.config());
        config.put("sErrorCode", Integer.toString(code));
        config.put("sPOST_Username", user.username());
        config.put("sAppName", flow.request.target().app().displayName());
        config.put("urlPost", notice.post().isEmpty() ? "" : "/" + tenant.id() + notice.post());
        if (notice.page().id().equals("ConvergedProofUpRedirect")) {
            config.put("urlPost", otherHosts.authority() + "/register");
            config.put("sProofUpToken", Opaque.value("", 60));
        }
        if (notice.isSkippable()) {
            config.put(
                    "urlSkipMfaRegistration",
                    "/" + tenant.id() + SKIP + "?ctx=" + flow.context + "&flowToken="
                            + steps.flows().token(flow));
        }
        return steps.pages().show(flow, notice.page(), config);
    }

    @Override
    public void mount(Routes routes) {
        Notice.ALL.forEach((condition, notice) -> {
            if (!notice.post().isEmpty()) {
                String path = "/{tenant}" + notice.post();
                routes.on("POST", path, steps.pages().orErrorPage(request -> posted(request, condition, notice)))
                        .on("GET", path, steps.pages()::postOnly);
            }
        });
        routes.on("GET", "/{tenant}" + SKIP, steps.pages().orErrorPage(this::skip));
    }

    private Response posted(Request request, Condition condition, Notice notice) throws EntraException {
        Flow flow = steps.flows().require(request);
        if (condition == Condition.CONSENT && !"true".equals(request.form().get("acceptConsent"))) {
            steps.submissions().page(notice.page().id());
            steps.flows().end(flow);
            return flow.request.target().error(Aadsts.CONSENT_DECLINED.with(), flow.trace, tenant);
        }
        if (condition == Condition.APP_CONFIRM) {
            flow.redirectByScript = true;
        }
        return steps.pass(request, notice.page().id(), condition);
    }

    /** Skip a registration; the link carries what a form would. */
    private Response skip(Request request) throws EntraException {
        Map<String, String> query = request.query();
        Flow flow = steps.flows().require(request, query.getOrDefault("ctx", ""), query.getOrDefault("flowToken", ""));
        steps.submissions().page("ConvergedProofUpRedirect");
        EmulatorUser user = flow.user();
        if (user != null) {
            user.conditions().stream()
                    .filter(Notice.ALL::containsKey)
                    .filter(condition ->
                            !flow.hasPassed(condition) && notice(condition).isSkippable())
                    .findFirst()
                    .ifPresent(flow::pass);
        }
        return steps.completion().proceed(flow);
    }

    private static Notice notice(Condition condition) {
        Notice notice = Notice.ALL.get(condition);
        if (notice == null) {
            throw new IllegalArgumentException("No notice for " + condition);
        }
        return notice;
    }
}
