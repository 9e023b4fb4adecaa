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
import java.util.concurrent.ConcurrentHashMap;

/** Another identity provider's sign-in, and the way back from it (WS-Federation). */
final class Federation {

    private static final Set<Condition> FEDERATED = Set.of(
            Condition.FEDERATED_ADFS,
            Condition.FEDERATED_ADFS_PAGINATED,
            Condition.FEDERATED_ADFS_2,
            Condition.FEDERATED_INTEGRATED,
            Condition.FEDERATED_OTHER);

    private final Map<String, EmulatorUser> assertions = new ConcurrentHashMap<>();
    private final Tenant tenant;
    private final Steps steps;
    private final Passwords passwords;

    Federation(Tenant tenant, Steps steps, Passwords passwords) {
        this.tenant = tenant;
        this.steps = steps;
        this.passwords = passwords;
    }

    static boolean isFederated(EmulatorUser user) {
        return user.conditions().stream().anyMatch(FEDERATED::contains);
    }

    /** Add the other host's routes. */
    void mountElsewhere(Routes routes) {
        routes.on("GET", "/adfs/ls/", request -> page(request, "", 200))
                .on("POST", "/adfs/ls/", this::login)
                .on("GET", "/adfs/portal/script/adfs.js", request -> StaticContent.file("adfs.js", "text/javascript"));
    }

    /** Add the issuer's route. */
    void mount(Routes routes) {
        routes.on("POST", "/login.srf", steps.pages().orErrorPage(this::comeBack));
    }

    private Response page(Request request, String error, int status) {
        String username = request.query().getOrDefault("username", "");
        EmulatorUser user = tenant.users().named(username).orElse(null);
        if (user != null && user.has(Condition.FEDERATED_INTEGRATED)) {
            return Response.empty(401).with("WWW-Authenticate", "Negotiate").with("WWW-Authenticate", "NTLM");
        }
        String template = "adfs.mustache";
        if (user != null && user.has(Condition.FEDERATED_ADFS_2)) {
            template = "adfs2.mustache";
        } else if (user != null && user.has(Condition.FEDERATED_OTHER)) {
            template = "otheridp.mustache";
        }
        String html = Template.named(template)
                .render(Map.of(
                        "action",
                        request.path() + "?" + request.rawQuery(),
                        "username",
                        username,
                        "error",
                        error,
                        "paginated",
                        user != null && user.has(Condition.FEDERATED_ADFS_PAGINATED)));
        Response page = Response.of(status, "text/html; charset=utf-8", html);
        return ContentPolicy.fresh().on(page);
    }

    private Response login(Request request) {
        Map<String, String> form = request.form();
        String username = form.getOrDefault("UserName", "");
        steps.submissions().password(username);
        steps.submissions().page("adfs");
        EmulatorUser user = tenant.users().named(username).orElse(null);
        if (user == null || passwords.problem(user, form.getOrDefault("Password", "")) != null) {
            return page(
                    request,
                    "Incorrect user ID or password. Type the correct user ID and password, and try again.",
                    200);
        }
        String assertion = Opaque.value("<t:RequestSecurityTokenResponse>", 200);
        assertions.put(assertion, user);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("wa", "wsignin1.0");
        fields.put("wresult", assertion);
        fields.put("wctx", request.query().getOrDefault("wctx", ""));
        return HiddenForm.posting(tenant.authority() + "/login.srf", fields);
    }

    private Response comeBack(Request request) throws EntraException {
        Map<String, String> form = request.form();
        Flow flow =
                steps.flows().returning(request, form.getOrDefault("wctx", "").replaceFirst(".*estsrequest=", ""));
        EmulatorUser user = assertions.remove(form.getOrDefault("wresult", ""));
        if (user == null) {
            throw Aadsts.SESSION_MISMATCH.with("Token values do not match;");
        }
        flow.authenticate(user);
        return steps.completion().proceed(flow);
    }
}
