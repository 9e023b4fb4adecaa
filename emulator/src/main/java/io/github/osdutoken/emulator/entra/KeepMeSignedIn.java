package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Parameters;

/** Takes the answer to "Stay signed in?" Both answers lead on. */
final class KeepMeSignedIn {

    static final Page PAGE = Page.of("KmsiInterrupt", 1115, 2005);

    private final Steps steps;

    KeepMeSignedIn(Steps steps) {
        this.steps = steps;
    }

    void mount(Routes routes, Faults faults) {
        routes.on("POST", "/kmsi", faults.at(Step.KMSI, steps.pages().orErrorPage(this::post)))
                .on("GET", "/kmsi", steps.pages()::postOnly);
    }

    private Response post(Request request) throws EntraException {
        Flow flow = steps.flows().require(request);
        steps.submissions().page(PAGE.id());
        flow.persistent = Parameters.required(request.form(), "LoginOptions").equals("1");
        flow.keepAsked = true;
        return steps.completion().proceed(flow);
    }
}
