package io.github.osdutoken.cache;

import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.Tokens;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tokens this process has, by whose they are and what for. */
public final class TokenCache {

    private final Map<TokenKey, Tokens> tokens = new ConcurrentHashMap<>();
    private final Set<Rejected> rejected = ConcurrentHashMap.newKeySet();

    /** Return the tokens that were stored last, expired or not, or {@code null}. */
    public @Nullable Tokens find(TokenKey key) {
        return tokens.get(key);
    }

    /** Keep tokens in place of the ones before. */
    public void store(TokenKey key, Tokens found) {
        tokens.put(key, found);
    }

    /** Forget the tokens that came of a refresh token which is no longer accepted, and do not offer it again. */
    public void reject(TokenKey key, RefreshToken token) {
        tokens.computeIfPresent(key, (same, known) -> token.equals(known.refreshToken()) ? null : known);
        rejected.add(new Rejected(key, token));
    }

    /** Tell whether a refresh token was refused for this purpose. */
    public boolean isRejected(TokenKey key, RefreshToken token) {
        return rejected.contains(new Rejected(key, token));
    }

    private record Rejected(TokenKey key, RefreshToken token) {

        @Override
        public String toString() {
            return "Rejected[" + key + "]";
        }
    }
}
