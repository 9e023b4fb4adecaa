package io.github.osdutoken;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What came to the redirect URI after a sign-in (RFC 6749, section 4.1.2). It holds a code, which is a secret until it is
 * redeemed.
 *
 * @since 0.1
 */
public final class AuthorizationAnswer {

    private final URI redirectUri;
    private final String code;
    private final String parameters;

    AuthorizationAnswer(URI redirectUri, String code, String parameters) {
        this.redirectUri = redirectUri;
        this.code = code;
        this.parameters = parameters;
    }

    /**
     * Return the authorization code.
     *
     * @return the code, good for one redemption with the request's code verifier
     */
    public String code() {
        return code;
    }

    /**
     * Return the redirect URI with all that came, for clients that read it themselves.
     *
     * @return the address as the response mode {@code query} has it, whichever was asked for; encoded anew, since a browser
     *     lets more through than a {@link URI}
     */
    public URI uri() {
        String separator = redirectUri.getRawQuery() == null ? "?" : "&";
        return URI.create(redirectUri + separator + URLUtils.serializeParameters(URLUtils.parseParameters(parameters)));
    }

    AuthorizationAnswer withoutState() {
        String rest = Arrays.stream(parameters.split("&", -1))
                .filter(parameter -> !parameter.startsWith("state="))
                .collect(Collectors.joining("&"));
        return new AuthorizationAnswer(redirectUri, code, rest);
    }

    /** Say where it came, without the code. */
    @Override
    public String toString() {
        return "AuthorizationAnswer[" + redirectUri + "]";
    }
}
