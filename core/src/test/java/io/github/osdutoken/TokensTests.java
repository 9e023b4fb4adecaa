package io.github.osdutoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokensTests {

    private static final Tokens TOKENS = new Tokens(
            new AccessToken("canary", Instant.parse("2026-11-23T10:00:00Z")),
            new RefreshToken("canary"),
            null,
            "openid",
            TokenOrigin.SIGN_IN);

    @Test
    void differInTheirOriginOnlyWhenKept() {
        assertThat(TOKENS.from(TokenOrigin.CACHE))
                .isEqualTo(new Tokens(
                        TOKENS.accessToken(),
                        TOKENS.refreshToken(),
                        TOKENS.idToken(),
                        TOKENS.scope(),
                        TokenOrigin.CACHE));
    }

    @Test
    void sayWhichTokensThereAreAndNoValue() {
        assertThat(TOKENS)
                .hasToString(
                        "Tokens[access token until 2026-11-23T10:00:00Z, refresh token, scope openid, from SIGN_IN]");
    }
}
