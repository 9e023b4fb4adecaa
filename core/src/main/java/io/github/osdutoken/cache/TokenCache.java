package io.github.osdutoken.cache;

import io.github.osdutoken.IdToken;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tokens this process has, by whose they are and what for; {@link AccountFiles} are where others find them. */
public final class TokenCache {

    /** An access token handed out is good for at least this long, time enough for a slow request; see {@link #isGood}. */
    private static final Duration LEAST_LIFE = Duration.ofSeconds(60);

    /** Between two clocks that are right, or one that is being set right. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    /** So long after they came, tokens of a password are not asked for any more once there is another one. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String SUFFIX = ".tokens";

    private final Clock clock;
    private final Map<TokenKey, KeptTokens> kept = new ConcurrentHashMap<>();

    /** Start with none. */
    public TokenCache(Clock clock) {
        this.clock = clock;
    }

    /** Return the tokens if the access token is still good. This is the way of nearly all requests: memory only. */
    public @Nullable Tokens current(TokenKey key) {
        KeptTokens known = kept.get(key);
        return known != null && known.tokens() != null && isGood(known.tokens(), known.storedAt())
                ? known.tokens().from(TokenOrigin.CACHE)
                : null;
    }

    private boolean isGood(Tokens tokens, Instant storedAt) {
        Instant now = clock.instant();
        Instant end = tokens.accessToken().expiresAt();
        // Some issuers' tokens live for a minute. They serve for half of that, or each test would have one of its own.
        Duration life = Duration.between(storedAt, end);
        Duration least = life.compareTo(LEAST_LIFE.multipliedBy(2)) < 0 ? life.dividedBy(2) : LEAST_LIFE;
        // What came from the future came by a clock that was wrong, and so is the end that was reckoned with it.
        return end.isAfter(now) && end.isAfter(now.plus(least)) && storedAt.isBefore(now.plus(MOST_SKEW));
    }

    /** Return the ID token that came with a refresh token, or {@code null}. */
    public @Nullable IdToken besides(TokenKey key, RefreshToken token) {
        Tokens known = known(key).tokens();
        return known != null && token.equals(known.refreshToken()) ? known.idToken() : null;
    }

    /** Return the newest refresh token, or {@code null}. */
    public @Nullable RefreshToken newest(TokenKey key) {
        Tokens known = known(key).tokens();
        return known == null ? null : known.refreshToken();
    }

    /** Take over what another process has stored since. */
    public void load(TokenKey key, AccountFiles files) {
        files.read(key.account(), SUFFIX, key.identity(), KeptTokens::parse)
                .filter(stored -> stored.storedAt().isAfter(known(key).storedAt()))
                .ifPresent(stored -> kept.put(key, stored));
    }

    /** Keep tokens in place of the ones before. */
    public void store(TokenKey key, Tokens found, AccountFiles files) {
        forgetFormerPasswords(key.account());
        keep(key, known(key).with(found, clock.instant()), files);
    }

    private void forgetFormerPasswords(Account account) {
        Instant longAgo = clock.instant().minus(A_DAY);
        kept.entrySet()
                .removeIf(one -> one.getKey().account().hasAnotherPasswordThan(account)
                        // A configured refresh token that was refused must not be forgotten to be.
                        && one.getKey().account().refreshToken() == null
                        && one.getValue().storedAt().isBefore(longAgo));
    }

    /** Forget the tokens that came of a refresh token which is no longer accepted, and do not offer it again. */
    public void reject(TokenKey key, RefreshToken token, AccountFiles files) {
        keep(key, known(key).without(token, clock.instant()), files);
    }

    /** Tell whether a refresh token was refused for this purpose. */
    public boolean isRejected(TokenKey key, RefreshToken token) {
        return known(key).hasRejected(token);
    }

    private KeptTokens known(TokenKey key) {
        return kept.getOrDefault(key, KeptTokens.NOTHING);
    }

    private void keep(TokenKey key, KeptTokens what, AccountFiles files) {
        kept.put(key, what);
        SealedFile header = new SealedFile(key.account().issuer(), key.clientId(), what.storedAt());
        files.write(key.account(), SUFFIX, key.identity(), header, what.bytes());
    }
}
