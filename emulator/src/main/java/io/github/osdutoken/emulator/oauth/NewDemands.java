package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;

/** What has been put before a user since they signed in, and a refresh cannot get past. */
final class NewDemands {

    private NewDemands() {}

    static void mustBeNone(Grant grant, EmulatorUser now) throws EntraException {
        for (Condition condition : now.conditions()) {
            if (!grant.user().has(condition) || condition == Condition.DISABLED) {
                mustNotPrevent(condition, grant.app());
            }
        }
    }

    private static void mustNotPrevent(Condition condition, AppRegistration app) throws EntraException {
        switch (condition) {
            case DISABLED -> throw Aadsts.ACCOUNT_DISABLED.with();
            case PASSWORD_EXPIRED -> throw Aadsts.PASSWORD_EXPIRED.with();
            case CONDITIONAL_ACCESS -> throw Aadsts.POLICY_BLOCKED.with();
            case CONSENT -> throw Aadsts.CONSENT_WANTED.with(app.clientId(), app.displayName());
            case MFA_TOTP, MFA_SMS, MFA_PUSH, MFA_NUMBER, MFA_METHOD_LIST, MFA_METHODS_WITHOUT_TOTP ->
                throw Aadsts.SECOND_FACTOR_WANTED.with(app.clientId());
            default -> {}
        }
    }
}
