package io.github.osdutoken.cache;

import io.github.osdutoken.Tokens;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tokens this process has, by whose they are and what for. */
public final class TokenCache {

    private final Map<TokenKey, Tokens> tokens = new ConcurrentHashMap<>();

    /** Return the tokens that were stored last, expired or not, or {@code null}. */
    public @Nullable Tokens find(TokenKey key) {
        return tokens.get(key);
    }

    /** Keep tokens in place of the ones before. */
    public void store(TokenKey key, Tokens found) {
        tokens.put(key, found);
    }

    /** Forget tokens that are no longer accepted. */
    public void forget(TokenKey key) {
        tokens.remove(key);
    }
}
