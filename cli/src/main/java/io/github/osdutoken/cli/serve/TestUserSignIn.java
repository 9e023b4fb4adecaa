package io.github.osdutoken.cli.serve;

import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInWatcher;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.Tokens;
import java.time.Clock;

/** The test user is signed in without a window, each page told as it comes. */
final class TestUserSignIn implements Desk.Work {

    private final Profile profile;
    private final Clock clock;

    TestUserSignIn(Profile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    public Held run(Desk.Notes notes) {
        notes.step("Starting a browser", "");
        // Through the token source, which never sends a refused password a second time.
        try (TokenSource source = TokenSource.of(profile).watchedBy(watcher(notes))) {
            Tokens tokens = source.freshTokens();
            notes.step("Exchanged for tokens", profile.issuer().getAuthority());
            return Held.of(profile, tokens, null, clock.instant());
        }
    }

    private static SignInWatcher watcher(Desk.Notes notes) {
        return new SignInWatcher() {
            @Override
            public void met(String page, String host) {
                notes.step(page, host);
            }

            @Override
            public void pictured(byte[] picture) {
                notes.picture(picture);
            }
        };
    }
}
