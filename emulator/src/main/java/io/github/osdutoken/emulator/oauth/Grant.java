package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.EmulatorUser;

/**
 * Who allowed which application what.
 *
 * @param app the application
 * @param user the user
 * @param scope what was asked for
 * @param sessionId the {@code sid} claim
 */
public record Grant(AppRegistration app, EmulatorUser user, Scope scope, String sessionId) {

    Grant with(Scope other) {
        return new Grant(app, user, other, sessionId);
    }
}
