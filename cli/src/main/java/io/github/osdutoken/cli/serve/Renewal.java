package io.github.osdutoken.cli.serve;

import io.github.osdutoken.Profile;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.oauth.AuthorizationServer;
import io.github.osdutoken.oauth.RefreshResult;
import io.github.osdutoken.oauth.TokenEndpoint;
import java.time.Clock;
import java.time.Duration;

/** The refresh token is exchanged for new tokens. */
final class Renewal implements Desk.Work {

    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(20);

    private final Held held;
    private final Clock clock;

    Renewal(Held held, Clock clock) {
        this.held = held;
        this.clock = clock;
    }

    @Override
    public Held run(Desk.Notes notes) {
        Profile profile = held.profile();
        RefreshToken token = held.tokens().requiredRefreshToken();
        AuthorizationServer server = AuthorizationServer.discover(profile.issuer(), HTTP_TIMEOUT);
        RefreshResult result =
                new TokenEndpoint(server, profile.client(), profile.user().username(), HTTP_TIMEOUT).refresh(token);
        if (result instanceof RefreshResult.Refreshed refreshed) {
            notes.step("Refreshed", server.tokenEndpoint().getAuthority());
            return held.renewed(refreshed.tokens(), clock.instant());
        }
        notes.refused();
        throw ((RefreshResult.Rejected) result).failure();
    }
}
