package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Opaque;
import java.util.Map;

/** The page that asks the browser for a passkey; what comes after it stays on its host. */
final class PasskeyPage {

    /** Its PageID has not been written down by anybody: nothing may depend on it. */
    private static final Page PAGE = Page.of("ConvergedFido");

    private final Pages pages;
    private final Flows flows;
    private final Cookies cookies;
    private final CredentialTypes types;

    PasskeyPage(Pages pages, Flows flows, Cookies cookies, CredentialTypes types) {
        this.pages = pages;
        this.flows = flows;
        this.cookies = cookies;
        this.types = types;
    }

    void mount(Routes routes) {
        routes.on("GET", "/{tenant}/fido/get", pages.orErrorPage(this::get));
    }

    private Response get(Request request) throws EntraException {
        Map<String, String> query = request.query();
        Flow flow = flows.arriving(query.getOrDefault("ctx", ""), query.getOrDefault("flowToken", ""));
        String username = query.getOrDefault("username", "");
        return pages.show(
                        flow,
                        PAGE,
                        Map.of(
                                "sFidoChallenge", Opaque.value("", 32),
                                "sPOST_Username", username,
                                "oGetCredTypeResult", types.of(flow, username)))
                .with("Set-Cookie", Cookies.session(cookies.browser(), flow.browser));
    }
}
