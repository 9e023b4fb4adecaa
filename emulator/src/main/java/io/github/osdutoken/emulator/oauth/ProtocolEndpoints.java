package io.github.osdutoken.emulator.oauth;

import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.emulator.http.Routes;
import java.time.Clock;

/**
 * The endpoints that clients call, as opposed to browsers.
 *
 * @param tenant the directory
 * @param key what tokens are signed with
 * @param policy what access tokens look like
 * @param codes the codes that were handed out
 * @param refreshTokens the refresh tokens that were handed out
 * @param faults what goes wrong
 * @param clock the time
 */
public record ProtocolEndpoints(
        Tenant tenant,
        SigningKey key,
        TokenPolicy policy,
        AuthorizationCodes codes,
        RefreshTokens refreshTokens,
        Faults faults,
        Clock clock) {

    /** Add the routes. */
    public void mount(Routes routes) {
        Discovery discovery = new Discovery(tenant, key, clock);
        TokenIssuer issuer = new TokenIssuer(tenant, policy, key, faults, clock);
        TokenEndpoint token = new TokenEndpoint(tenant, codes, refreshTokens, issuer, policy, faults, clock);
        routes.on("POST", "/{tenant}/oauth2/v2.0/token", faults.at(Step.TOKEN, token::post))
                .on("GET", "/{tenant}/oauth2/v2.0/token", token::refuse)
                .on(
                        "GET",
                        "/{tenant}/v2.0/.well-known/openid-configuration",
                        faults.at(Step.DISCOVERY, discovery::configuration))
                .on("GET", "/common/discovery/instance", discovery::instance)
                .on("GET", "/{tenant}/discovery/v2.0/keys", faults.at(Step.KEYS, discovery::keys));
    }
}
