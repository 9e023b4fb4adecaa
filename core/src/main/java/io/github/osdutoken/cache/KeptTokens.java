package io.github.osdutoken.cache;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.Secret;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for one {@link TokenKey}.
 *
 * @param tokens the tokens had last, expired or not; {@code null} when their refresh token was refused since
 * @param storedAt when that was
 * @param rejected digests of the refresh tokens that were refused lately, oldest first, not to be offered again
 */
record KeptTokens(@Nullable Tokens tokens, Instant storedAt, List<String> rejected) {

    static final KeptTokens NOTHING = new KeptTokens(null, Instant.MIN, List.of());

    private static final int MOST_REJECTED = 8;
    private static final int FIXED = 5;

    KeptTokens with(Tokens newer, Instant now) {
        return new KeptTokens(newer, now, rejected);
    }

    KeptTokens without(RefreshToken refused, Instant now) {
        List<String> more = new ArrayList<>(rejected);
        more.add(digest(refused));
        return new KeptTokens(
                tokens == null || refused.equals(tokens.refreshToken()) ? null : tokens,
                now,
                List.copyOf(more.subList(Math.max(0, more.size() - MOST_REJECTED), more.size())));
    }

    boolean hasRejected(RefreshToken token) {
        return rejected.contains(digest(token));
    }

    private static String digest(RefreshToken token) {
        return Digest.of(token.value().getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        List<String> texts = new ArrayList<>();
        texts.add(tokens == null ? "" : tokens.accessToken().value());
        texts.add(tokens == null ? "" : tokens.accessToken().expiresAt().toString());
        texts.add(text(tokens == null ? null : tokens.refreshToken()));
        texts.add(text(tokens == null ? null : tokens.idToken()));
        texts.add(tokens == null ? "" : tokens.scope());
        texts.addAll(rejected);
        return Fields.ofTexts(texts);
    }

    static KeptTokens parse(Instant storedAt, byte[] bytes) throws UnreadableFileException {
        List<String> texts = Fields.splitTexts(bytes, FIXED);
        try {
            return new KeptTokens(tokens(texts), storedAt, List.copyOf(texts.subList(FIXED, texts.size())));
        } catch (DateTimeException e) {
            throw new UnreadableFileException("it is of another version");
        }
    }

    private static @Nullable Tokens tokens(List<String> texts) {
        return texts.get(0).isEmpty()
                ? null
                : new Tokens(
                        new AccessToken(texts.get(0), Instant.parse(texts.get(1))),
                        secret(texts.get(2), RefreshToken::new).orElse(null),
                        secret(texts.get(3), IdToken::new).orElse(null),
                        texts.get(4),
                        TokenOrigin.CACHE);
    }

    private static <T> Optional<T> secret(String text, Function<String, T> wrap) {
        return text.isEmpty() ? Optional.empty() : Optional.of(wrap.apply(text));
    }

    private static String text(@Nullable Secret secret) {
        return secret == null ? "" : secret.value();
    }

    /** Say what there is, without any value. */
    @Override
    public String toString() {
        return "KeptTokens[" + tokens + ", " + rejected.size() + " rejected]";
    }
}
