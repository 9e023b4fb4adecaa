package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Opaque;
import io.github.osdutoken.emulator.oauth.Tenant;
import io.github.osdutoken.emulator.oauth.Trace;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a sign-in begins. */
final class AuthorizeEndpoint {

    private final Tenant tenant;
    private final Cookies cookies;
    private final Flows flows;
    private final Sessions sessions;
    private final SignInPage signInPage;
    private final Completion completion;
    private final Clock clock;

    AuthorizeEndpoint(
            Tenant tenant,
            Cookies cookies,
            Flows flows,
            Sessions sessions,
            SignInPage signInPage,
            Completion completion,
            Clock clock) {
        this.tenant = tenant;
        this.cookies = cookies;
        this.flows = flows;
        this.sessions = sessions;
        this.signInPage = signInPage;
        this.completion = completion;
        this.clock = clock;
    }

    /** Show the sign-in page, or redirect at once when the browser holds a session. */
    Response get(Request request) throws EntraException {
        Map<String, String> query = request.query();
        tenant.require(request.variable("tenant"));
        RedirectTarget target = RedirectTarget.of(query, tenant);
        Trace trace = Trace.of(request, query, clock);
        EmulatorUser signedIn;
        AuthorizationRequest authorization;
        try {
            authorization = AuthorizationRequest.of(query, target, tenant);
            signedIn = signedIn(request, authorization);
            if (signedIn == null && authorization.prompt().equals("none")) {
                throw Aadsts.NOT_SIGNED_IN.with();
            }
        } catch (EntraException e) {
            return target.error(e, trace, tenant);
        }
        String browser = request.cookie(cookies.browser());
        if (browser == null) {
            browser = Opaque.value("PAQABBwEAAAB", 60);
        }
        Flow flow = flows.begin(authorization, browser, trace);
        if (signedIn != null) {
            flow.authenticate(signedIn);
            flow.answered.add(KeepMeSignedIn.class);
            return completion.proceed(flow);
        }
        String hinted = tenant.users()
                .named(authorization.loginHint())
                .map(EmulatorUser::username)
                .orElse("");
        return signInPage.first(flow, hinted).with("Set-Cookie", Cookies.session(cookies.browser(), browser));
    }

    /** Return who is signed in already and may go on without a password, or {@code null}. */
    private @Nullable EmulatorUser signedIn(Request request, AuthorizationRequest authorization) {
        EmulatorUser remembered = sessions.user(request);
        boolean silent =
                authorization.prompt().isEmpty() || authorization.prompt().equals("none");
        if (remembered == null || !silent) {
            return null;
        }
        EmulatorUser user = tenant.users().current(remembered);
        boolean expected =
                authorization.loginHint().isEmpty() || authorization.loginHint().equalsIgnoreCase(user.username());
        boolean stillGood = !user.conditions().contains(Condition.DISABLED)
                && user.password().equals(remembered.password());
        return expected && stillGood ? user : null;
    }
}
