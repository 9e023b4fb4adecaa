package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenSourceTests {

    @Test
    void printsWhoseTokensTheseAre() {
        assertThat(TokenSource.of(SampleProfile.of("editor@contoso.com", "canary")))
                .hasToString("TokenSource[Profile[default: editor@contoso.com at https://login.example/tenant/v2.0,"
                        + " client app-1]]");
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
