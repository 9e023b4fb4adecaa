package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Leaves the page for another host, or goes by way of a form that posts itself. */
final class Detours implements Interrupt {

    private static final String RESUME = "/resume";

    private final Tenant tenant;
    private final Steps steps;
    private final OtherHosts otherHosts;

    Detours(Tenant tenant, Steps steps, OtherHosts otherHosts) {
        this.tenant = tenant;
        this.steps = steps;
        this.otherHosts = otherHosts;
    }

    @Override
    public Set<Condition> conditions() {
        return Set.of(Condition.DEVICE_LOGIN, Condition.TERMS_OF_USE, Condition.AUTO_POST);
    }

    @Override
    public Response show(Flow flow, EmulatorUser user, Condition condition) {
        return switch (condition) {
            case DEVICE_LOGIN -> Response.redirect(otherHosts.authority() + "/" + tenant.id() + "/devicelogin");
            case TERMS_OF_USE -> Response.redirect(otherHosts.authority() + "/termsOfUse");
            default -> selfPosting(flow);
        };
    }

    private Response selfPosting(Flow flow) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ctx", flow.context);
        fields.put("canary", flow.canary);
        fields.put("flowToken", steps.flows().token(flow));
        return HiddenForm.posting("/" + tenant.id() + RESUME, fields);
    }

    @Override
    public void mount(Routes routes) {
        routes.on(
                "POST",
                "/{tenant}" + RESUME,
                steps.pages().orErrorPage(request -> steps.pass(request, "hiddenform", Condition.AUTO_POST)));
    }
}
