package io.github.osdutoken.emulator.entra;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import io.github.osdutoken.emulator.http.Response;
import io.github.osdutoken.emulator.oauth.Aadsts;
import io.github.osdutoken.emulator.oauth.EntraException;
import org.jspecify.annotations.Nullable;

/** Stops users who are not assigned to the application; like Entra ID on a page, never at the redirect URI. */
final class AssignmentCheck implements Interrupt {

    @Override
    public @Nullable Response ask(Flow flow, EmulatorUser user) throws EntraException {
        if (user.conditions().contains(Condition.NOT_ASSIGNED)) {
            AppRegistration app = flow.request.target().app();
            throw Aadsts.NOT_ASSIGNED.with(app.clientId(), app.displayName(), user.username());
        }
        return null;
    }
}
