package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.Client;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.aadsts.AadstsCode;
import io.github.osdutoken.aadsts.AadstsCodes;
import io.github.osdutoken.oauth.AuthorizationServer;
import io.github.osdutoken.oauth.RefreshResult;
import io.github.osdutoken.oauth.TokenEndpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The application at the token endpoint, asked with a made-up refresh token: a server looks at the client before it looks at
 * the token (RFC 6749, section 6), so that what it refuses tells whether the client is known and proves itself as it
 * should. Nobody's token or code is spent.
 */
final class ApplicationCheck {

    static final String NAME = "application";

    /** "The request is malformed", said of the made-up token; nothing about the client then. */
    private static final Set<Integer> ABOUT_THE_TOKEN = Set.of(90004, 9002313);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ApplicationCheck() {}

    static Finding of(AuthorizationServer server, Client client) {
        RefreshToken madeUp = new RefreshToken("made-up-" + UUID.randomUUID());
        try {
            RefreshResult result = new TokenEndpoint(server, client, null, PATIENCE).refresh(madeUp);
            return result instanceof RefreshResult.Rejected
                    ? Finding.ok(NAME, client.id() + " is accepted as " + kind(client))
                    : Finding.failure(
                            NAME,
                            Reason.PROTOCOL,
                            "The token endpoint gave tokens for a made-up refresh token.",
                            "Do not use this server.");
        } catch (SignInException e) {
            Optional<AadstsCode> code = AadstsCodes.in(String.valueOf(e.getMessage()));
            return code.filter(one -> ABOUT_THE_TOKEN.contains(one.number())).isPresent()
                    ? Finding.ok(
                            NAME,
                            client.id() + " as " + kind(client) + ": nothing against it, but Entra ID looked at the"
                                    + " made-up token first (AADSTS"
                                    + code.get().number()
                                    + "); --sign-in tells for certain")
                    : refused(Finding.failure(NAME, e));
        }
    }

    /** Say what was done here: nobody's tokens were refreshed. */
    private static Finding refused(Finding failure) {
        String found = failure.found().replaceFirst("^Refreshing the tokens at ", "Asking about the application at ");
        return new Finding(NAME, failure.status(), found, failure.mend(), failure.reason());
    }

    private static String kind(Client client) {
        return client.credential() == null
                ? "a public client"
                : client.secret() == null
                        ? "a confidential client, with its certificate"
                        : "a confidential client, with its secret";
    }
}
