package io.github.osdutoken.oauth;

import io.github.osdutoken.SignInException;
import java.net.URI;
import java.time.Duration;

/**
 * An OpenID provider's endpoints, as its metadata names them (OpenID Connect Discovery 1.0; RFC 8414).
 *
 * @param issuer the issuer as the metadata names it; for Entra ID's multi-tenant authorities with the template
 *     <code>{tenantid}</code>, which is why it is not a URI
 * @param authorizationEndpoint where the browser goes
 * @param tokenEndpoint where codes and refresh tokens are exchanged
 * @param jwksUri where the keys are that sign ID tokens
 * @param features what else it says about itself
 * @since 0.1
 */
public record AuthorizationServer(
        String issuer, URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, ServerFeatures features) {

    static final String TENANT_TEMPLATE = "{tenantid}";

    /**
     * Read the metadata of an issuer from {@code {issuer}/.well-known/openid-configuration}.
     *
     * <p>The metadata must name the issuer that was asked for. Two habits of Entra ID are accepted: a tenant that is
     * given as a domain name (or an id in other letter case) comes back as its id, and {@code common} and {@code organizations} come back as <code>
     * {tenantid}</code>. Endpoints must be {@code https}, or {@code http} on loopback.
     *
     * <p>A failed connection, a 5xx and a {@code Retry-After} that fits into the timeout are tried again, twice at
     * most.
     *
     * @param issuer the configured issuer
     * @param timeout how long all of this may take
     * @return the endpoints
     * @throws SignInException with {@code UNAVAILABLE} or {@code THROTTLED} if no answer could be had, with the reason of
     *     the {@code AADSTS} number if Entra ID refused, with {@code PROTOCOL} if the answer is not usable metadata of
     *     this issuer
     */
    public static AuthorizationServer discover(URI issuer, Duration timeout) {
        return new Discovery(issuer, new BackChannel(timeout), TokenEndpoint.PAUSE).authorizationServer();
    }
}
