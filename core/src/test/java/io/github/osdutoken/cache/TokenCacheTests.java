package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenCacheTests {

    private static final TokenKey KEY = TokenKey.of(SampleProfile.of("editor@contoso.com", "pass-1"));
    private static final TokenKey OTHER = TokenKey.of(SampleProfile.of("viewer@contoso.com", "pass-1"));
    private static final RefreshToken REFRESH_TOKEN = new RefreshToken("refresh-1");
    private static final Tokens TOKENS =
            new Tokens(new AccessToken("access-1", Instant.EPOCH), REFRESH_TOKEN, null, "openid", TokenOrigin.SIGN_IN);

    private final TokenCache cache = new TokenCache();

    @Test
    void keepsTokensForTheirKey() {
        cache.store(KEY, TOKENS);

        assertThat(cache.find(KEY)).isEqualTo(TOKENS);
        assertThat(cache.find(OTHER)).isNull();
    }

    @Test
    void forgetsTheTokensOfARejectedRefreshToken() {
        cache.store(KEY, TOKENS);
        cache.reject(KEY, REFRESH_TOKEN);

        assertThat(cache.find(KEY)).isNull();
        assertThat(cache.isRejected(KEY, REFRESH_TOKEN)).isTrue();
        assertThat(cache.isRejected(OTHER, REFRESH_TOKEN)).isFalse();
    }

    @Test
    void keepsTokensThatCameOfAnother() {
        cache.store(KEY, TOKENS);
        cache.reject(KEY, new RefreshToken("refresh-0"));

        assertThat(cache.find(KEY)).isEqualTo(TOKENS);
    }
}
