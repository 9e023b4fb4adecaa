package io.github.osdutoken.signin;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.signin.PageEntry.Credential;
import io.github.osdutoken.totp.OneTimeCode;
import io.github.osdutoken.totp.OneTimeCodes;
import io.github.osdutoken.totp.TotpKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is typed for one user in one sign-in, and what has been: the password once, at most two one-time codes. */
final class Typed {

    private static final int MOST_CODES = 2;

    private final Profile profile;
    private final ExpectedRedirect expected;
    private final Journey journey;
    private @Nullable OneTimeCodes codes;
    private @Nullable OneTimeCode code;
    private boolean codeSubmitted;
    private int codesSubmitted;
    private boolean passwordSubmitted;

    Typed(Profile profile, ExpectedRedirect expected, Journey journey) {
        this.profile = profile;
        this.expected = expected;
        this.journey = journey;
    }

    /**
     * Return the text to type. A one-time code that is about to end, or was used, is waited out.
     *
     * @throws SignInException if it is not configured
     */
    String text(Credential credential) throws InterruptedException {
        return switch (credential) {
            case USERNAME -> required(profile.user().username(), "osdu.username", "OSDU_USERNAME");
            case PASSWORD ->
                required(profile.user().password(), "osdu.password", "OSDU_PASSWORD")
                        .value();
            case TOTP -> oneTimeCode().value();
        };
    }

    /** Take note of what was submitted, or may have been. */
    void submitted(PageEntry page) {
        passwordSubmitted |= page.types(Credential.PASSWORD);
        if (page.types(Credential.TOTP)) {
            codesSubmitted++;
            codeSubmitted = true;
        }
    }

    /** Take note that what was submitted last never left the browser. */
    void wasLost(PageEntry page) {
        if (page.types(Credential.TOTP)) {
            codesSubmitted--;
            codeSubmitted = false;
        }
    }

    boolean passwordWasSubmitted() {
        return passwordSubmitted;
    }

    boolean hasAnotherCode() {
        return codesSubmitted < MOST_CODES;
    }

    private OneTimeCode oneTimeCode() throws InterruptedException {
        if (codes == null) {
            codes = open();
        }
        if (code != null && !codeSubmitted && codes.isCurrent(code)) {
            return code;
        }
        Optional<OneTimeCode> taken = codes.take();
        while (taken.isEmpty()) {
            journey.waitsForCode(true);
            if (expected.await(codes.untilNext()) != null) {
                throw new InterruptedException("The answer is here");
            }
            taken = codes.take();
        }
        journey.waitsForCode(false);
        code = taken.get();
        codeSubmitted = false;
        return code;
    }

    private OneTimeCodes open() {
        TotpKey key = TotpKey.of(required(profile.user().totpSecret(), "osdu.totp-secret", "OSDU_TOTP_SECRET"));
        Path folder = profile.cacheDir();
        return folder == null
                ? OneTimeCodes.inThisProcess(key, Clock.systemUTC())
                : OneTimeCodes.acrossProcesses(key, folder, Clock.systemUTC());
    }

    private <T> T required(@Nullable T value, String key, String variable) {
        if (value == null) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    journey.attempt(),
                    "the page " + journey.here() + " asks for something that is not configured: " + key + ".",
                    "Set it in the environment as " + variable + ".");
        }
        return value;
    }
}
