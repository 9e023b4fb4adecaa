package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TokenSourceTests {

    @Test
    void printsWhoseTokensTheseAre() {
        assertThat(TokenSource.of(SampleProfile.of("editor@contoso.com", "canary")))
                .hasToString("TokenSource[Profile[default: editor@contoso.com at https://login.example/tenant/v2.0,"
                        + " client app-1]]");
    }

    @Test
    void handsOutNothingOnceClosed() {
        Profile profile = SampleProfile.of("editor@contoso.com", "canary");
        TokenSource closed = TokenSource.of(profile);
        closed.close();
        closed.close();

        for (ThrowingCallable use : List.<ThrowingCallable>of(
                closed::tokens, closed::freshTokens, closed::accessToken, closed::refreshToken, closed::idToken)) {
            assertThatThrownBy(use)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "TokenSource[" + profile + "] is closed. Make another one with TokenSource.of(profile).");
        }
    }

    @Test
    void saysWhatIsMissingWhenThereIsNothingToStartFrom() {
        Profile nothing = SampleProfile.of(new TestUser("editor@contoso.com", null, null, null));

        assertThatThrownBy(() -> TokenSource.of(nothing).tokens())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Getting tokens for editor@contoso.com at https://login.example/tenant/v2.0 failed: there is"
                                + " neither a password nor a refresh token. Set osdu.username and osdu.password, or"
                                + " osdu.refresh-token, in the environment.");
    }
}
