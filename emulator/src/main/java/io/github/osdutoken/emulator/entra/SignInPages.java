package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.emulator.http.Endpoint;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.AuthorizationCodes;
import io.github.osdutoken.emulator.oauth.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * The pages, from the authorization endpoint to the redirect.
 *
 * @param tenant the directory
 * @param codes hands out codes
 * @param submissions counts what is sent
 * @param lockoutThreshold how many different wrong passwords lock an account
 * @param market the language of the pages, such as {@code en-US}
 * @param otherHosts where pages of other hosts are
 * @param faults what goes wrong
 * @param clock the time
 */
public record SignInPages(
        Tenant tenant,
        AuthorizationCodes codes,
        Submissions submissions,
        int lockoutThreshold,
        String market,
        OtherHosts otherHosts,
        Faults faults,
        Clock clock) {

    /** Add the routes. */
    public void mount(Routes routes) {
        Cookies cookies = Cookies.of(tenant.authority().getPort());
        Flows flows = new Flows(cookies, clock);
        Sessions sessions = new Sessions(cookies);
        Pages pages = new Pages(new PageConfig(tenant, flows, faults, Language.of(market)), clock);
        CredentialTypes types = new CredentialTypes(tenant, flows, faults, otherHosts);
        SignInPage signInPage = new SignInPage(pages, types, faults);
        Completion completion = new Completion(pages, flows, sessions, codes, faults);
        Steps steps = new Steps(pages, flows, completion, submissions);
        Passwords passwords = new Passwords(lockoutThreshold, clock);

        mountSignIn(
                routes,
                pages,
                new AuthorizeEndpoint(tenant, cookies, flows, sessions, signInPage, completion, clock),
                new LoginEndpoint(tenant, steps, passwords, signInPage));
        routes.on(
                "POST",
                "/{tenant}/GetCredentialType",
                faults.at(Step.CREDENTIAL_TYPE, new CredentialTypeEndpoint(flows, types, submissions)::post));
        new PasskeyPage(pages, flows, cookies, types).mount(routes);

        SecondFactor secondFactor = new SecondFactor(pages, faults);
        new SecondFactorEndpoints(steps, secondFactor, new TotpCheck(clock)).mount(routes, faults);
        List<Interrupt> interrupts = List.of(
                new Stops(pages),
                secondFactor,
                new Notices(tenant, steps, otherHosts),
                new Detours(tenant, steps, otherHosts));
        completion.ask(interrupts);
        interrupts.forEach(interrupt -> interrupt.mount(routes));
        new KeepMeSignedIn(steps).mount(routes, faults);
        StaticContent.mount(routes, faults);
        mountElsewhere(routes, pages, new Federation(tenant, steps, passwords));
        // The first page would wait half a second for the template engine; a browser takes longer than that to start.
        ForkJoinPool.commonPool().execute(pages::warmUp);
    }

    private void mountSignIn(Routes routes, Pages pages, AuthorizeEndpoint authorize, LoginEndpoint login) {
        Endpoint slowLogin = faults.at(Step.LOGIN, pages.orErrorPage(login::post));
        routes.on(
                        "GET",
                        "/{tenant}/oauth2/v2.0/authorize",
                        faults.at(Step.AUTHORIZE, pages.orErrorPage(authorize::get)))
                .on("GET", "/{tenant}/reprocess", pages.orErrorPage(authorize::reprocess))
                .on("POST", "/{tenant}/login", request -> {
                    // Counted when it arrives: a slow or failing answer does not make it unsent.
                    submissions.password(request.form().getOrDefault("login", ""));
                    submissions.page(SignInPage.PAGE.id());
                    return slowLogin.handle(request);
                })
                .on("GET", "/{tenant}/login", pages::postOnly);
    }

    private void mountElsewhere(Routes routes, Pages pages, Federation federation) {
        federation.mount(routes);
        Routes elsewhere = otherHosts.routes();
        federation.mountElsewhere(elsewhere);
        new PersonalAccounts(tenant, pages, submissions).mount(elsewhere);
        StaticPages.mount(elsewhere);
        StaticContent.mount(elsewhere, faults);
    }
}
