package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import java.util.Set;

/** Ends the sign-in on the error page; like Entra ID never at the redirect URI. */
final class Stops implements Interrupt {

    private static final int USER_OF_ANOTHER_TENANT = 50020;

    private final Pages pages;

    Stops(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Set<Condition> conditions() {
        return Set.of(Condition.NOT_ASSIGNED, Condition.ERROR_PAGE);
    }

    @Override
    public Response show(Flow flow, EmulatorUser user, Condition condition) throws EntraException {
        if (condition == Condition.NOT_ASSIGNED) {
            AppRegistration app = flow.request.target().app();
            throw Aadsts.NOT_ASSIGNED.with(app.clientId(), app.displayName(), user.username());
        }
        int code = user.code() == 0 ? USER_OF_ANOTHER_TENANT : user.code();
        String text = code == USER_OF_ANOTHER_TENANT
                ? "User account '" + user.username() + "' from identity provider 'live.com' does not exist in tenant"
                        + " 'Contoso' and cannot access the application in that tenant."
                : "The sign-in of '" + user.username() + "' ends here.";
        return pages.error(code, text, flow.trace);
    }
}
