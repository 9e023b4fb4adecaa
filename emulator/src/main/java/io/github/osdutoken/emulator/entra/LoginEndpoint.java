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
    private final Flows flows;
    private final Passwords passwords;
    private final SignInPage signInPage;
    private final Completion completion;

    LoginEndpoint(Tenant tenant, Flows flows, Passwords passwords, SignInPage signInPage, Completion completion) {
        this.tenant = tenant;
        this.flows = flows;
        this.passwords = passwords;
        this.signInPage = signInPage;
        this.completion = completion;
    }

    Response post(Request request) throws EntraException {
        tenant.require(request.variable("tenant"));
        Flow flow = flows.require(request);
        Map<String, String> form = request.form();
        String username = Parameters.required(form, "login");
        String password = Parameters.required(form, "passwd");
        Optional<EmulatorUser> user = tenant.users().named(username);
        Aadsts problem = user.isEmpty() ? Aadsts.UNKNOWN_USER : passwords.problem(user.get(), password);
        if (problem != null || user.isEmpty()) {
            return signInPage.rejected(flow, username, problem == null ? Aadsts.UNKNOWN_USER : problem);
        }
        flow.authenticate(user.get());
        return completion.proceed(flow);
    }
}
