package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import java.util.HashSet;
import java.util.Set;

/** The settings by which a user allows what is otherwise refused. */
final class Granted {

    /** Every key that a catalogue entry may need. */
    static final Set<String> KNOWN = Set.of("osdu.accept-consent", "osdu.skip-mfa-registration", "osdu.totp-secret");

    private Granted() {}

    static Set<String> by(Profile profile) {
        Set<String> granted = new HashSet<>();
        if (profile.signIn().acceptConsent()) {
            granted.add("osdu.accept-consent");
        }
        if (profile.signIn().skipMfaRegistration()) {
            granted.add("osdu.skip-mfa-registration");
        }
        if (profile.user().totpSecret() != null) {
            granted.add("osdu.totp-secret");
        }
        return granted;
    }
}
