package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TotpSecret;
import org.junit.jupiter.api.Test;

class TokenKeyTests {

    private static final Profile EDITOR = SampleProfile.of("editor@contoso.com", "pass-1");

    @Test
    void doesNotDependOnTheOrderOrNumberOfScopeValues() {
        assertThat(TokenKey.of(EDITOR.withScope(" openid  offline_access openid ")))
                .isEqualTo(TokenKey.of(EDITOR.withScope("offline_access openid")));
    }

    @Test
    void dependsOnTheScope() {
        assertThat(TokenKey.of(EDITOR.withScope("openid"))).isNotEqualTo(TokenKey.of(EDITOR));
    }

    @Test
    void doesNotDependOnHowTheUserNameIsWritten() {
        assertThat(TokenKey.of(SampleProfile.of("Editor@Contoso.com", "pass-1")))
                .isEqualTo(TokenKey.of(EDITOR));
    }

    @Test
    void dependsOnTheUserAndTheCredentials() {
        Password password = new Password("pass-1");
        TotpSecret totp = new TotpSecret("GEZDGNBV");
        assertThat(TokenKey.of(EDITOR))
                .isNotEqualTo(TokenKey.of(SampleProfile.of("viewer@contoso.com", "pass-1")))
                .isNotEqualTo(TokenKey.of(SampleProfile.of("editor@contoso.com", "pass-2")))
                .isNotEqualTo(TokenKey.of(SampleProfile.of(new TestUser("editor@contoso.com", password, totp, null))))
                .isNotEqualTo(TokenKey.of(SampleProfile.of(
                        new TestUser("editor@contoso.com", password, null, new RefreshToken("refresh-1")))));
    }

    @Test
    void printsNoCredential() {
        assertThat(TokenKey.of(SampleProfile.of("editor@contoso.com", "canary").withScope("openid")))
                .hasToString("TokenKey[account=Account[editor@contoso.com at https://login.example/tenant/v2.0],"
                        + " clientId=app-1, scope=[openid]]");
    }
}
