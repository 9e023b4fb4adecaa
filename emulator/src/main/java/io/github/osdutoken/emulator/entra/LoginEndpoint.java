package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Parameters;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.util.Map;
import java.util.Optional;

/** Takes the password. */
final class LoginEndpoint {

    private final Tenant tenant;
    private final Steps steps;
    private final Passwords passwords;
    private final SignInPage signInPage;

    LoginEndpoint(Tenant tenant, Steps steps, Passwords passwords, SignInPage signInPage) {
        this.tenant = tenant;
        this.steps = steps;
        this.passwords = passwords;
        this.signInPage = signInPage;
    }

    Response post(Request request) throws EntraException {
        tenant.require(request.variable("tenant"));
        Flow flow = steps.flows().require(request);
        Map<String, String> form = request.form();
        String username = Parameters.required(form, "login");
        String password = Parameters.required(form, "passwd");
        Optional<EmulatorUser> user = tenant.users().named(username);
        Aadsts problem = user.isEmpty() ? Aadsts.UNKNOWN_USER : passwords.problem(user.get(), password);
        if (problem != null || user.isEmpty()) {
            return signInPage.rejected(flow, username, problem == null ? Aadsts.UNKNOWN_USER : problem);
        }
        flow.authenticate(user.get());
        return steps.completion().proceed(flow);
    }
}
