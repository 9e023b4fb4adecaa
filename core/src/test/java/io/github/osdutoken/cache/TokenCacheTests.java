package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Password;
import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SampleProfile;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, for whom and how long; a second cache at the same folder is another process. */
class TokenCacheTests {

    private static final RefreshToken REFRESH_TOKEN = new RefreshToken("refresh-1");

    private final SettableClock clock = new SettableClock();
    private final TokenCache cache = new TokenCache(clock);
    private final TokenCache otherProcess = new TokenCache(clock);

    @TempDir
    private Path folder;

    private Profile editor = SampleProfile.of("editor@contoso.com", "pass-1");

    @BeforeEach
    void keepInAFile() {
        editor = SampleProfile.keptIn(folder, "editor@contoso.com", "pass-1");
    }

    @Test
    void keepsTokensForTheirKey() {
        Tokens tokens = tokens(REFRESH_TOKEN);
        store(editor, tokens);

        assertThat(cache.current(key(editor))).isEqualTo(tokens.from(TokenOrigin.CACHE));
        assertThat(cache.current(key(editor.withScope("openid")))).isNull();
    }

    @Test
    void findsWhatAnotherProcessStored() {
        Tokens tokens = tokens(REFRESH_TOKEN);
        store(editor, tokens);

        assertThat(stored(editor)).contains(tokens.from(TokenOrigin.CACHE));
        assertThat(otherProcess.newest(key(editor))).isEqualTo(REFRESH_TOKEN);
    }

    @Test
    void keepsTokensOfWhichNotAllWereGranted() {
        store(editor, new Tokens(access(), null, null, "openid", TokenOrigin.SIGN_IN));

        assertThat(stored(editor)).hasValueSatisfying(found -> {
            assertThat(found.refreshToken()).isNull();
            assertThat(found.idToken()).isNull();
            assertThat(found.scope()).isEqualTo("openid");
        });
    }

    @Test
    void findsNothingWithAnotherPasswordAndLeavesItWhereItIs() {
        store(editor, tokens(REFRESH_TOKEN));

        assertThat(stored(SampleProfile.keptIn(folder, "editor@contoso.com", "pass-2")))
                .isEmpty();
        assertThat(stored(editor)).isPresent();
    }

    @Test
    void findsNothingForAnotherUserClientOrScope() {
        store(editor, tokens(REFRESH_TOKEN));

        assertThat(stored(SampleProfile.keptIn(folder, "viewer@contoso.com", "pass-1")))
                .isEmpty();
        assertThat(stored(editor.withScope("openid"))).isEmpty();
    }

    @Test
    void servesAUserWhoIsKnownByARefreshTokenOnly() {
        Profile owner = SampleProfile.keptIn(folder, new TestUser(null, null, null, new RefreshToken("from-outside")));
        store(owner, tokens(REFRESH_TOKEN));

        assertThat(stored(owner)).isPresent();
        assertThat(stored(SampleProfile.keptIn(folder, new TestUser(null, null, null, new RefreshToken("another")))))
                .isEmpty();
    }

    @Test
    void handsOutNoAccessTokenInItsLastMinute() {
        store(editor, tokens(REFRESH_TOKEN));

        clock.move(Duration.ofMinutes(59).minusMillis(1));
        assertThat(cache.current(key(editor))).isNotNull();
        clock.move(Duration.ofMillis(1));
        assertThat(cache.current(key(editor))).isNull();
        assertThat(cache.newest(key(editor))).isEqualTo(REFRESH_TOKEN);
    }

    @Test
    void handsOutAShortLivedAccessTokenForHalfOfItsLife() {
        store(
                editor,
                new Tokens(
                        new AccessToken("access-1", clock.instant().plusSeconds(60)),
                        null,
                        null,
                        "openid",
                        TokenOrigin.SIGN_IN));

        clock.move(Duration.ofSeconds(30).minusMillis(1));
        assertThat(cache.current(key(editor))).isNotNull();
        assertThat(stored(editor)).isPresent();
        clock.move(Duration.ofMillis(1));
        assertThat(cache.current(key(editor))).isNull();
    }

    @Test
    void handsOutNothingThatHadEndedWhenItCame() {
        store(
                editor,
                new Tokens(new AccessToken("access-1", clock.instant()), null, null, "openid", TokenOrigin.SIGN_IN));

        assertThat(cache.current(key(editor))).isNull();
    }

    @Test
    void knowsTheIdTokenThatCameWithARefreshToken() {
        store(editor, tokens(REFRESH_TOKEN));

        assertThat(cache.besides(key(editor), REFRESH_TOKEN)).isEqualTo(new IdToken("id-1"));
        assertThat(cache.besides(key(editor), new RefreshToken("another"))).isNull();
    }

    @Test
    void doesNotTrustTheEndOfATokenFromTheFuture() {
        store(editor, tokens(REFRESH_TOKEN));

        clock.move(Duration.ofMinutes(-5));
        assertThat(stored(editor)).as("as clocks differ").isEmpty();
        assertThat(otherProcess.newest(key(editor))).isEqualTo(REFRESH_TOKEN);
        clock.move(Duration.ofMillis(1));
        assertThat(stored(editor)).isPresent();
    }

    @Test
    void forgetsTheTokensOfARejectedRefreshTokenInEveryProcess() {
        store(editor, tokens(REFRESH_TOKEN));
        assertThat(stored(editor)).isPresent();
        clock.move(Duration.ofSeconds(1));

        cache.reject(key(editor), REFRESH_TOKEN, AccountFiles.of(editor));

        assertThat(cache.current(key(editor))).isNull();
        assertThat(cache.isRejected(key(editor), REFRESH_TOKEN)).isTrue();
        assertThat(cache.isRejected(key(editor), new RefreshToken("refresh-2"))).isFalse();
        assertThat(cache.isRejected(key(editor.withScope("openid")), REFRESH_TOKEN))
                .isFalse();
        assertThat(stored(editor)).isEmpty();
        assertThat(otherProcess.isRejected(key(editor), REFRESH_TOKEN)).isTrue();
    }

    @Test
    void keepsTokensThatCameOfAnother() {
        store(editor, tokens(REFRESH_TOKEN));
        cache.reject(key(editor), new RefreshToken("refresh-0"), AccountFiles.of(editor));

        assertThat(cache.current(key(editor))).isNotNull();
    }

    @Test
    void forgetsAFormerPasswordsTokensADayAfterTheyCame() {
        Profile before = SampleProfile.of("editor@contoso.com", "pass-0");
        Profile after = SampleProfile.of("Editor@contoso.com", "pass-1");
        Profile somebodyElse = SampleProfile.of("viewer@contoso.com", "pass-0");
        store(before, tokens(REFRESH_TOKEN));
        store(somebodyElse, tokens(REFRESH_TOKEN));

        clock.move(Duration.ofDays(1));
        store(after, tokens(REFRESH_TOKEN));
        assertThat(cache.newest(key(before))).isEqualTo(REFRESH_TOKEN);

        clock.move(Duration.ofMillis(1));
        store(after, tokens(REFRESH_TOKEN));
        assertThat(cache.newest(key(before))).isNull();
        assertThat(cache.newest(key(somebodyElse))).isEqualTo(REFRESH_TOKEN);
    }

    @Test
    void doesNotForgetThatAConfiguredRefreshTokenWasRejected() {
        Profile before = SampleProfile.of(
                new TestUser("editor@contoso.com", new Password("pass-0"), null, new RefreshToken("configured")));
        cache.reject(key(before), new RefreshToken("configured"), AccountFiles.of(before));

        clock.move(Duration.ofDays(2));
        store(SampleProfile.of("editor@contoso.com", "pass-1"), tokens(REFRESH_TOKEN));

        assertThat(cache.isRejected(key(before), new RefreshToken("configured")))
                .isTrue();
    }

    @Test
    void remembersARejectionThoughNewTokensCome() {
        store(editor, tokens(REFRESH_TOKEN));
        cache.reject(key(editor), REFRESH_TOKEN, AccountFiles.of(editor));
        store(editor, tokens(new RefreshToken("refresh-2")));

        assertThat(stored(editor)).isPresent();
        assertThat(otherProcess.isRejected(key(editor), REFRESH_TOKEN)).isTrue();
    }

    @Test
    void doesNotTakeAnOlderTokenForANewerOne() {
        store(editor, tokens(REFRESH_TOKEN));
        clock.move(Duration.ofMinutes(1));
        otherProcess.store(key(editor), tokens(new RefreshToken("refresh-2")), AccountFiles.none(Account.of(editor)));

        assertThat(stored(editor)).isPresent();
        assertThat(otherProcess.newest(key(editor))).isEqualTo(new RefreshToken("refresh-2"));
    }

    private void store(Profile profile, Tokens tokens) {
        cache.store(key(profile), tokens, AccountFiles.of(profile));
    }

    /** Return what another process finds. */
    private Optional<Tokens> stored(Profile profile) {
        otherProcess.load(key(profile), AccountFiles.of(profile));
        return Optional.ofNullable(otherProcess.current(key(profile)));
    }

    private static TokenKey key(Profile profile) {
        return TokenKey.of(profile);
    }

    private Tokens tokens(@Nullable RefreshToken refreshToken) {
        return new Tokens(access(), refreshToken, new IdToken("id-1"), "openid offline_access", TokenOrigin.SIGN_IN);
    }

    private AccessToken access() {
        return new AccessToken("access-1", clock.instant().plus(Duration.ofHours(1)));
    }
}
