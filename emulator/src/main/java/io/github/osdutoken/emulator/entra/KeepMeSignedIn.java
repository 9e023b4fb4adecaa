package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.emulator.Quirk;
import io.github.osdutoken.emulator.http.Request;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.http.Routes;
import io.github.osdutoken.emulator.oauth.EntraException;
import io.github.osdutoken.emulator.oauth.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** "Stay signed in?" Both answers lead on. */
final class KeepMeSignedIn implements Interrupt {

    private final Pages pages;
    private final Flows flows;
    private final Completion completion;
    private final Faults faults;

    KeepMeSignedIn(Pages pages, Flows flows, Completion completion, Faults faults) {
        this.pages = pages;
        this.flows = flows;
        this.completion = completion;
        this.faults = faults;
    }

    @Override
    public @Nullable Response ask(Flow flow, EmulatorUser user) {
        if (faults.has(Quirk.NO_KMSI) || flow.answered.contains(KeepMeSignedIn.class)) {
            return null;
        }
        return pages.show(
                flow,
                new Page("KmsiInterrupt", "Sign in to your account", 1115, 2005),
                Map.of("urlPost", "/kmsi", "sPOST_Username", user.username(), "sErrorCode", "50140"));
    }

    @Override
    public void mount(Routes routes) {
        routes.on("POST", "/kmsi", faults.at(Step.KMSI, pages.orErrorPage(this::post)))
                .on("GET", "/kmsi", pages::postOnly);
    }

    private Response post(Request request) throws EntraException {
        Flow flow = flows.require(request);
        flow.persistent = Parameters.required(request.form(), "LoginOptions").equals("1");
        flow.answered.add(KeepMeSignedIn.class);
        return completion.proceed(flow);
    }
}
