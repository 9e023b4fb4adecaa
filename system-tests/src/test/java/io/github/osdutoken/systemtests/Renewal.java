package io.github.osdutoken.systemtests;

import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** What comes after tokens that live for seconds, and are handed out for half of that. */
final class Renewal {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Renewal() {}

    /** Ask until the tokens that are kept have served, and return those that come then. */
    static Tokens next(TokenSource source) throws InterruptedException {
        AtomicReference<Tokens> asked = new AtomicReference<>();
        Eventually.within(LONGEST, () -> {
            asked.set(source.tokens());
            return asked.get().origin() != TokenOrigin.CACHE;
        });
        return asked.get();
    }
}
