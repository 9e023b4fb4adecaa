package io.github.osdutoken.cli.format;

import io.github.osdutoken.Profile;
import io.github.osdutoken.oauth.AuthorizationServer;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an issuer's endpoints are. Entra ID's follow from the issuer's name; another issuer is asked.
 *
 * @param authority Entra ID's host with its scheme, or {@code null} for another issuer
 * @param tenant Entra ID's tenant, an id or a domain, or {@code null} for another issuer
 */
record Endpoints(@Nullable String authority, @Nullable String tenant, URI authorization, URI token) {

    private static final Pattern ENTRA = Pattern.compile("(?<authority>https?://[^/]+)/(?<tenant>[^/]+)/v2\\.0/?");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    static Endpoints of(Profile profile) {
        Matcher entra = ENTRA.matcher(profile.issuer().toString());
        if (!entra.matches()) {
            AuthorizationServer server = AuthorizationServer.discover(profile.issuer(), TIMEOUT);
            return new Endpoints(null, null, server.authorizationEndpoint(), server.tokenEndpoint());
        }
        String base = entra.group("authority") + "/" + entra.group("tenant") + "/oauth2/v2.0/";
        return new Endpoints(
                entra.group("authority"),
                entra.group("tenant"),
                URI.create(base + "authorize"),
                URI.create(base + "token"));
    }
}
