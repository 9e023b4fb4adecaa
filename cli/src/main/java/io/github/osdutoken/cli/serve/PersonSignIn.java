package io.github.osdutoken.cli.serve;

import io.github.osdutoken.IdToken;
import io.github.osdutoken.Profile;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TestUser;
import io.github.osdutoken.Tokens;
import io.github.osdutoken.oauth.AuthorizationCode;
import io.github.osdutoken.oauth.AuthorizationRequest;
import io.github.osdutoken.oauth.AuthorizationServer;
import io.github.osdutoken.oauth.OAuthError;
import io.github.osdutoken.oauth.TokenEndpoint;
import io.github.osdutoken.redirect.AuthorizationResponse;
import io.github.osdutoken.redirect.ExpectedRedirect;
import io.github.osdutoken.redirect.LoopbackReceiver;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** Whoever sits at the browser signs in there; this side asks, waits at the redirect URI, and exchanges the code. */
final class PersonSignIn implements Desk.Work {

    /** As long as Entra ID lets a code live; people have to find their phones. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(20);

    private final Profile profile;
    private final boolean chooseAccount;
    private final Clock clock;

    PersonSignIn(Profile profile, boolean chooseAccount, Clock clock) {
        this.profile = profile;
        this.chooseAccount = chooseAccount;
        this.clock = clock;
    }

    @Override
    public Held run(Desk.Notes notes) throws InterruptedException {
        AuthorizationServer server = AuthorizationServer.discover(profile.issuer(), HTTP_TIMEOUT);
        AuthorizationRequest request = new AuthorizationRequest(server, profile.client());
        URI redirectUri = profile.client().redirectUri();
        ExpectedRedirect expected = new ExpectedRedirect(redirectUri, request.state());
        try (LoopbackReceiver receiver = LoopbackReceiver.listen(redirectUri, expected)) {
            if (receiver == null) {
                throw portTaken(redirectUri);
            }
            notes.step("Waiting for you to sign in", request.uri().getAuthority());
            notes.continueAt(withPrompt(request.uri()));
            AuthorizationResponse response = expected.await(PATIENCE);
            if (response == null) {
                throw outOfPatience();
            }
            request.checkIssuer(response.issuer());
            OAuthError error = response.error();
            if (error != null) {
                throw error.during("Signing you in at " + profile.issuer());
            }
            notes.step("The authorization code has come", redirectUri.getAuthority());
            AuthorizationCode code = Objects.requireNonNull(response.code());
            Tokens tokens = new TokenEndpoint(server, profile.client(), null, HTTP_TIMEOUT).exchange(code, request);
            notes.step("Exchanged for tokens", server.tokenEndpoint().getAuthority());
            return Held.of(ofPerson(tokens), tokens, code, clock.instant());
        }
    }

    private URI withPrompt(URI uri) {
        return chooseAccount ? URI.create(uri + "&prompt=select_account") : uri;
    }

    /** Return the profile with the name that the ID token gives the person. */
    private Profile ofPerson(Tokens tokens) {
        IdToken idToken = tokens.idToken();
        String name = idToken == null ? null : Claims.username(idToken);
        return profile.withUser(new TestUser(name, null, null, null));
    }

    private static SignInException portTaken(URI redirectUri) {
        return SignInException.of(
                Reason.CONFIGURATION,
                "Listening at the redirect URI " + redirectUri,
                "another program has that port, so the answer would go there.",
                "Stop that program, or register and use a redirect URI with another port. (For localhost, Entra ID"
                        + " takes any port.)");
    }

    private SignInException outOfPatience() {
        return SignInException.of(
                Reason.TIMEOUT,
                "Signing you in at " + profile.issuer(),
                "nothing came to " + profile.client().redirectUri() + " within " + PATIENCE.toMinutes() + " minutes.",
                "Try again. If the sign-in page showed an error, it says what to change in the app registration.");
    }
}
