package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.cache.AccountFiles;
import io.github.osdutoken.cache.AccountLocks;
import io.github.osdutoken.cache.FailedAttempts;
import io.github.osdutoken.cache.TokenCache;
import io.github.osdutoken.cache.TokenKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
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
    void isUsedAsItsDocumentationSays() {
        URI groups = URI.create("https://osdu.example/api/entitlements/v2/groups");
        Profile profile = SampleProfile.of("editor@contoso.com", "canary");
        TokenCache cache = new TokenCache(Clock.systemUTC());
        AccessToken kept = new AccessToken("access-1", Instant.MAX);
        cache.store(
                TokenKey.of(profile),
                new Tokens(kept, null, null, "openid", TokenOrigin.SIGN_IN),
                AccountFiles.of(profile));

        HttpRequest request;
        try (TokenSource tokens = new TokenSource(
                profile,
                new Acquisition(Clock.systemUTC(), cache, new FailedAttempts(Clock.systemUTC()), new AccountLocks()))) {
            request = HttpRequest.newBuilder(groups)
                    .header("Authorization", "Bearer " + tokens.accessToken().value())
                    .build();
        }

        assertThat(request.headers().firstValue("Authorization")).contains("Bearer access-1");
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
