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
 * @param posts counts passwords
 * @param lockoutThreshold how many different wrong passwords lock an account
 * @param faults what goes wrong
 * @param clock the time
 */
public record SignInPages(
        Tenant tenant,
        AuthorizationCodes codes,
        PasswordPosts posts,
        int lockoutThreshold,
        Faults faults,
        Clock clock) {

    /** Add the routes. */
    public void mount(Routes routes) {
        Cookies cookies = Cookies.of(tenant.authority().getPort());
        Flows flows = new Flows(cookies, clock);
        Sessions sessions = new Sessions(cookies);
        Pages pages = new Pages(new PageConfig(tenant, flows, faults), clock);
        SignInPage signInPage = new SignInPage(pages, faults);
        Completion completion = new Completion(flows, sessions, codes);
        List<Interrupt> interrupts = List.of(
                new ChangePassword(pages), new AssignmentCheck(), new KeepMeSignedIn(pages, flows, completion, faults));
        completion.ask(interrupts);

        AuthorizeEndpoint authorize =
                new AuthorizeEndpoint(tenant, cookies, flows, sessions, signInPage, completion, clock);
        LoginEndpoint login =
                new LoginEndpoint(tenant, flows, new Passwords(lockoutThreshold, clock), signInPage, completion);
        CredentialTypeEndpoint credentialType = new CredentialTypeEndpoint(tenant, flows, faults);
        Endpoint slowLogin = faults.at(Step.LOGIN, pages.orErrorPage(login::post));

        routes.on(
                        "GET",
                        "/{tenant}/oauth2/v2.0/authorize",
                        faults.at(Step.AUTHORIZE, pages.orErrorPage(authorize::get)))
                .on("POST", "/{tenant}/GetCredentialType", faults.at(Step.CREDENTIAL_TYPE, credentialType::post))
                .on("POST", "/{tenant}/login", request -> {
                    // Counted when it arrives: a slow or failing answer does not make it unsent.
                    posts.add(request.form().getOrDefault("login", ""));
                    return slowLogin.handle(request);
                })
                .on("GET", "/{tenant}/login", pages::postOnly);
        interrupts.forEach(interrupt -> interrupt.mount(routes));
        StaticContent.mount(routes, faults);
        // The first page would wait half a second for the template engine; a browser takes longer than that to start.
        ForkJoinPool.commonPool().execute(pages::warmUp);
    }
}
