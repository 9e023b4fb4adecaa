package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.github.osdutoken.Client;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One authorization request (RFC 6749, section 4.1.1) with its own state, nonce and code verifier (RFC 7636, S256).
 *
 * <p>The answer has to carry {@link #state()}, and its code can only be exchanged together with this request.
 *
 * @since 0.1
 */
public final class AuthorizationRequest {

    private final AuthorizationServer server;
    private final Client client;
    private final URI uri;
    private final State state;
    private final Nonce nonce = new Nonce();
    private final CodeVerifier codeVerifier = new CodeVerifier();

    /**
     * Make a request with fresh random values.
     *
     * @param server where the user signs in
     * @param client the application that asks
     */
    public AuthorizationRequest(AuthorizationServer server, Client client) {
        this(server, client, newState());
    }

    /**
     * Make a request with a state that was made before, since somebody waits for its answer already.
     *
     * @param server where the user signs in
     * @param client the application that asks
     * @param state what {@link #newState()} returned; it serves one request
     */
    public AuthorizationRequest(AuthorizationServer server, Client client, String state) {
        this.server = server;
        this.client = client;
        this.state = new State(state);
        // Not OpenID Connect's request class: it refuses a scope without "openid", which a user may configure.
        this.uri = new com.nimbusds.oauth2.sdk.AuthorizationRequest.Builder(
                        ResponseType.CODE, new ClientID(client.id()))
                .endpointURI(server.authorizationEndpoint())
                .redirectionURI(client.redirectUri())
                .scope(Scope.parse(client.scope()))
                .state(this.state)
                .codeChallenge(codeVerifier, CodeChallengeMethod.S256)
                .responseMode(ResponseMode.QUERY)
                .customParameter("nonce", nonce.getValue())
                .build()
                .toURI();
    }

    /**
     * Return a state for one request.
     *
     * @return a fresh random value
     */
    public static String newState() {
        return new State().getValue();
    }

    /**
     * Return where the browser has to go first.
     *
     * @return the authorization endpoint with this request's parameters
     */
    public URI uri() {
        return uri;
    }

    /**
     * Return what an answer to this request must carry as {@code state}.
     *
     * @return the state, unguessable
     */
    public String state() {
        return state.getValue();
    }

    /**
     * Check that the answer is from the server that was asked (RFC 9207, section 2.4), so that no code goes to another's
     * token endpoint.
     *
     * @param issuer the answer's {@code iss}, or {@code null} when it has none
     * @throws SignInException with {@link Reason#PROTOCOL} if it names another, or names none where the server's metadata
     *     says that it does
     */
    public void checkIssuer(@Nullable String issuer) {
        String found;
        if (issuer == null) {
            if (!server.features().namesItself()) {
                return;
            }
            found = "It does not name its issuer (iss), which this server's answers do.";
        } else if (new IssuerName(server.issuer()).covers(issuer)) {
            return;
        } else {
            found = "It comes from the issuer " + ServerText.quote(issuer) + ", where " + server.issuer()
                    + " was asked.";
        }
        throw SignInException.of(
                Reason.PROTOCOL,
                "Checking the answer at " + client.redirectUri(),
                found,
                "Nothing was exchanged. Check osdu.issuer; if it is right, something between browser and issuer changes"
                        + " answers.");
    }

    /** Return the redirect URI of this request, which its code's exchange has to repeat. */
    URI redirectUri() {
        return client.redirectUri();
    }

    CodeVerifier codeVerifier() {
        return codeVerifier;
    }

    Nonce nonce() {
        return nonce;
    }

    /** Say who asks where, without state, nonce and verifier. */
    @Override
    public String toString() {
        return "AuthorizationRequest[" + client + "]";
    }
}
