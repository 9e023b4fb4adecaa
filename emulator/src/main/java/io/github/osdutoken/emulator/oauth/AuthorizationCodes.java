package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.AppRegistration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The codes that were handed out, each for one redemption by one client at one redirect URI. */
public final class AuthorizationCodes {

    private record Issued(Binding binding, Instant at, AtomicBoolean spent) {}

    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private final AtomicInteger redeemed = new AtomicInteger();
    private final Clock clock;
    private final Duration lifetime;

    /** Hand out codes that live as long as this. */
    public AuthorizationCodes(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * What a code stands for.
     *
     * @param grant who allowed what
     * @param redirectUri where it was sent, as the client wrote it
     * @param challenge PKCE's challenge, or {@code null}
     * @param nonce what the ID token must repeat, or {@code null}
     */
    public record Binding(
            Grant grant,
            String redirectUri,
            @Nullable CodeChallenge challenge,
            @Nullable String nonce) {}

    /** Make a code. */
    public String issue(Binding binding) {
        // As long as Entra ID's, so that whoever cuts or limits it finds out.
        String code = Opaque.value("1.AXoA", 600);
        codes.put(code, new Issued(binding, clock.instant(), new AtomicBoolean()));
        return code;
    }

    /** Return how many codes were handed out. */
    public int issued() {
        return codes.size();
    }

    /** Return how many codes were turned into tokens. */
    public int redeemed() {
        return redeemed.get();
    }

    /** Spend a code, so that nobody can redeem it any more. */
    void burn(String code) {
        Issued issued = codes.get(code);
        if (issued != null) {
            issued.spent.set(true);
        }
    }

    /** Redeem a code, once. */
    Binding redeem(String code, AppRegistration app, String redirectUri, @Nullable String verifier)
            throws EntraException {
        Issued issued = codes.get(code);
        if (issued == null || !issued.binding.grant().app().equals(app)) {
            throw Aadsts.GRANT_INVALID.with("authorization code");
        }
        if (!clock.instant().isBefore(issued.at.plus(lifetime))) {
            throw Aadsts.GRANT_EXPIRED.with();
        }
        if (!redirectUri.equals(issued.binding.redirectUri())) {
            throw Aadsts.REDIRECT_URI_CHANGED.with(redirectUri, issued.binding.redirectUri());
        }
        CodeChallenge.check(issued.binding.challenge(), verifier);
        if (!issued.spent.compareAndSet(false, true)) {
            throw Aadsts.CODE_REDEEMED.with();
        }
        redeemed.incrementAndGet();
        return issued.binding;
    }
}
