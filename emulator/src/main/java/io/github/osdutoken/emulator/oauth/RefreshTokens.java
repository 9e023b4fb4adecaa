package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.EmulatorUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The refresh tokens that were handed out. Using one does not end it: at Entra ID the old one stays good. */
public final class RefreshTokens {

    private record Issued(Grant grant, Instant at, AtomicBoolean spent) {}

    private final Map<String, Issued> tokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> validFrom = new ConcurrentHashMap<>();
    private final AtomicInteger uses = new AtomicInteger();
    private final Clock clock;
    private final Duration lifetime;

    /** Hand out refresh tokens that die when not used for this long. */
    public RefreshTokens(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Make a refresh token. */
    String issue(Grant grant) {
        // As long as Entra ID's: it does not fit a field made for a password.
        String token = Opaque.value("1.AXoA", 750);
        tokens.put(token, new Issued(grant, clock.instant(), new AtomicBoolean()));
        return token;
    }

    /** End all refresh tokens a user has now, as a password reset does. */
    public void revoke(EmulatorUser user) {
        validFrom.put(user.objectId(), clock.instant());
        tokens.values().stream()
                .filter(issued -> issued.grant.user().objectId().equals(user.objectId()))
                .forEach(issued -> issued.spent.set(true));
    }

    /** Return how many times a refresh token was turned into tokens. */
    public int uses() {
        return uses.get();
    }

    /** Return what a refresh token allows. */
    Grant use(String token, AppRegistration app, boolean once) throws EntraException {
        Issued issued = tokens.get(token);
        if (issued == null || !issued.grant.app().equals(app)) {
            throw Aadsts.GRANT_INVALID.with("refresh token");
        }
        if (!clock.instant().isBefore(issued.at.plus(lifetime))) {
            throw Aadsts.REFRESH_TOKEN_EXPIRED.with(issued.at, lifetime.toDays() + ".00:00:00");
        }
        boolean revoked = once ? issued.spent.getAndSet(true) : issued.spent.get();
        if (revoked) {
            Instant from = validFrom.getOrDefault(issued.grant.user().objectId(), clock.instant());
            throw Aadsts.GRANT_REVOKED.with(issued.at, from);
        }
        uses.incrementAndGet();
        return issued.grant;
    }
}
