package io.github.osdutoken.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.SignInWatcher;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.signin.PageEntry.Credential;
import io.github.osdutoken.trace.SignInTrace;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is typed for a user whose one-time codes others use, too. */
@Timeout(20)
class TypedTests {

    // One for five minutes: what is taken now was used when the next is wanted.
    private final TotpSecret secret = new TotpSecret("otpauth://totp/contoso:maija?period=300&secret="
            + new Base32().encodeToString(new SecureRandom().generateSeed(20)));
    private final Profile profile =
            SampleProfile.of(new TestUser("maija@contoso.com", new Password("unused"), secret, null));
    private final ExpectedRedirect expected =
            new ExpectedRedirect(profile.client().redirectUri(), "state");
    private final Journey journey =
            new Journey(profile, SignInTrace.of(profile, SampleProfile.ISSUER, SignInWatcher.NOBODY));

    @Test
    void waitsForACodeThatNobodyHasUsedAndLetsItBeKnown() throws Exception {
        assertThat(typed().text(Credential.TOTP)).hasSize(6);
        assertThat(journey.whatIfItTookTooLong()).contains("if the issuer is slow");

        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                typed().text(Credential.TOTP);
            } catch (InterruptedException e) {
                return; // given up
            }
            throw new AssertionError("A code was used twice");
        });
        while (!journey.whatIfItTookTooLong().contains("a one-time code that nobody has used yet")) {
            Thread.onSpinWait();
        }
        expected.giveUp();

        assertThat(ended(waiting)).isTrue();
    }

    @Test
    void typesACodeThatWasNotSubmittedOnceMore() throws Exception {
        Typed typed = typed();
        assertThat(typed.text(Credential.TOTP)).isEqualTo(typed.text(Credential.TOTP));
    }

    private static boolean ended(CompletableFuture<Void> waiting) throws Exception {
        try {
            waiting.get(10, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** One sign-in's. */
    private Typed typed() {
        return new Typed(profile, expected, journey);
    }
}
