package io.github.osdutoken;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Signs a profile's user in for a client that makes its own authorization requests and redeems its own codes, such as MSAL:
 * where a person would sit at a browser (the user-agent of RFC 6749, section 1.2), this does.
 *
 * <pre>{@code
 * URI request = msal.getAuthorizationRequestUrl(parameters).toURI();
 * String code = UserAgent.of(Profile.load()).authorize(request).code();
 * IAuthenticationResult result = msal.acquireToken(
 *         AuthorizationCodeParameters.builder(code, redirectUri).codeVerifier(verifier).build()).join();
 * }</pre>
 *
 * <p>It keeps no tokens: each call signs in with a browser. What holds for {@link TokenSource} holds here: one sign-in of a
 * user at a time, secrets typed at the profile's issuer and trusted hosts only, and a rejected password is not sent again for
 * ten minutes.
 *
 * @since 0.1
 */
public final class UserAgent {

    private final Profile profile;

    private UserAgent(Profile profile) {
        this.profile = profile;
    }

    /**
     * Make one for a profile's user. Nothing is sent yet.
     *
     * @param profile who signs in, and at which issuer; its client is not asked for anything
     * @return the user agent
     */
    public static UserAgent of(Profile profile) {
        return new UserAgent(profile);
    }

    /**
     * Sign in where a client's authorization request leads.
     *
     * @param request the authorization endpoint with the request's parameters (RFC 6749, section 4.1.1); {@code client_id}
     *     and {@code redirect_uri} must be among them
     * @return what came to the redirect URI, with a code
     * @throws SignInException if no code can be had; its {@link SignInException#reason() reason} says why
     * @throws IllegalArgumentException if a parameter is missing
     */
    public AuthorizationAnswer authorize(URI request) {
        Map<String, List<String>> query = URLUtils.parseParameters(request.getRawQuery());
        String scope = MultivaluedMapUtils.getFirstValue(query, "scope");
        Client client = new Client(
                required(query, "client_id"),
                null,
                URI.create(required(query, "redirect_uri")),
                scope == null ? profile.client().scope() : scope);
        String state = MultivaluedMapUtils.getFirstValue(query, "state");
        Acquisition acquisition = Acquisition.of(profile);
        if (state != null) {
            return acquisition.authorize(profile.withClient(client), request, state);
        }
        // An answer is told from a stranger's by its state; the client gets none back that it did not send.
        String own = new State().getValue();
        return acquisition
                .authorize(profile.withClient(client), URI.create(request + "&state=" + own), own)
                .withoutState();
    }

    private static String required(Map<String, List<String>> query, String name) {
        String value = MultivaluedMapUtils.getFirstValue(query, name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The authorization request has no " + name + ".");
        }
        return value;
    }

    /** Say who signs in. */
    @Override
    public String toString() {
        return "UserAgent[" + profile + "]";
    }
}
