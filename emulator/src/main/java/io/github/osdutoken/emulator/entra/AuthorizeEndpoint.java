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
import java.util.List;
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
            return resume(flow, signedIn);
        }
        String hinted = tenant.users()
                .named(authorization.loginHint())
                .map(EmulatorUser::username)
                .orElse("");
        return signInPage
                .first(flow, hinted, tiles(request, authorization))
                .with("Set-Cookie", Cookies.session(cookies.browser(), browser));
    }

    /** Go on with the account that was picked, whose session is in the browser. */
    Response reprocess(Request request) throws EntraException {
        Map<String, String> query = request.query();
        Flow flow = flows.require(request, query.getOrDefault("ctx", ""), query.getOrDefault("flowToken", ""));
        EmulatorUser remembered = remembered(request);
        if (remembered == null) {
            throw Aadsts.NOT_SIGNED_IN.with();
        }
        return resume(flow, remembered);
    }

    /** Return whom the browser knows; nobody when it is not to choose. */
    private List<AccountTile> tiles(Request request, AuthorizationRequest authorization) {
        EmulatorUser remembered = remembered(request);
        EmulatorUser signedIn = remembered == null ? null : tenant.users().current(remembered);
        boolean choose = authorization.prompt().equals("select_account");
        return tenant.users().all().stream()
                .filter(user -> user.has(Condition.ACCOUNT_REMEMBERED) || (choose && user.equals(signedIn)))
                .map(user -> new AccountTile(user.username(), user.displayName(), user.equals(signedIn)))
                .toList();
    }

    /** Return who is signed in already and may go on without a password, or {@code null}. */
    private @Nullable EmulatorUser signedIn(Request request, AuthorizationRequest authorization) {
        EmulatorUser remembered = remembered(request);
        boolean silent =
                authorization.prompt().isEmpty() || authorization.prompt().equals("none");
        if (remembered == null || !silent) {
            return null;
        }
        String username = tenant.users().current(remembered).username();
        boolean expected =
                authorization.loginHint().isEmpty() || authorization.loginHint().equalsIgnoreCase(username);
        return expected ? remembered : null;
    }

    /** Return the user of the browser's session as they were when it began, or {@code null} when it is void. */
    private @Nullable EmulatorUser remembered(Request request) {
        EmulatorUser then = sessions.user(request);
        if (then == null) {
            return null;
        }
        EmulatorUser now = tenant.users().current(then);
        return !now.has(Condition.DISABLED) && now.password().equals(then.password()) ? then : null;
    }

    /** Go on without a password; what has been put before the user since the session began is asked. */
    private Response resume(Flow flow, EmulatorUser remembered) throws EntraException {
        flow.resume(tenant.users().current(remembered), remembered.conditions());
        return completion.proceed(flow);
    }
}
