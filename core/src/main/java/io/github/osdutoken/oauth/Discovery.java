package io.github.osdutoken.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads and checks one issuer's metadata. */
final class Discovery {

    private static final String CHECK_ISSUER = "Check osdu.issuer, or osdu.authority and osdu.tenant-id.";

    private final URI issuer;
    private final URI url;
    private final String attempted;
    private final BackChannel channel;
    private final Duration pause;

    Discovery(URI issuer, BackChannel channel, Duration pause) {
        this.issuer = issuer;
        this.url = URI.create(issuer.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration");
        this.attempted = "Reading the issuer's metadata at " + url;
        this.channel = channel;
        this.pause = pause;
    }

    AuthorizationServer authorizationServer() {
        Map<String, Object> metadata = metadata();
        String found = text(metadata, "issuer");
        if (IssuerName.isVersionOne(found)) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    attempted,
                    "This is Entra ID's endpoint of version 1.0, which knows no scopes.",
                    "Set osdu.issuer to https://login.microsoftonline.com/<tenant id>/v2.0 (or the host of your cloud),"
                            + " or unset it and set osdu.tenant-id. Access tokens of version 1.0 come from there, too:"
                            + " the resource decides.");
        }
        if (!new IssuerName(issuer.toString()).accepts(found)) {
            throw protocol(
                    "It names the issuer " + ServerText.quote(found) + ", not " + issuer + ".",
                    "Set osdu.issuer to the issuer that is meant, spelled as its metadata spells it.");
        }
        return new AuthorizationServer(
                found,
                endpoint(metadata, "authorization_endpoint"),
                endpoint(metadata, "token_endpoint"),
                endpoint(metadata, "jwks_uri"),
                ServerFeatures.of(metadata));
    }

    private Map<String, Object> metadata() {
        HTTPResponse response;
        try {
            response = RepeatableRequest.get(channel, pause, url).send();
        } catch (IOException e) {
            throw Unusable.noAnswer(attempted, url, e, Unusable.CHECK_NETWORK);
        }
        if (response.getStatusCode() != 200) {
            throw refused(response);
        }
        try {
            return JSONObjectUtils.parse(Objects.requireNonNullElse(response.getBody(), ""));
        } catch (ParseException e) {
            throw protocol(
                    "The answer is " + Unusable.contentType(response) + " and not a JSON object.",
                    CHECK_ISSUER + " A proxy or a sign-in gateway may have answered in the server's place.");
        }
    }

    private SignInException refused(HTTPResponse response) {
        return ErrorResponse.parse(response, List.of())
                .filter(error -> error.code().isPresent())
                .map(error -> error.during(attempted))
                .orElseGet(() -> response.getStatusCode() == 404
                        ? SignInException.of(
                                Reason.CONFIGURATION,
                                attempted,
                                "The server answered 404: it has no such issuer.",
                                CHECK_ISSUER)
                        : Unusable.unexpected(attempted, response));
    }

    URI endpoint(Map<String, Object> metadata, String name) {
        String value = text(metadata, name);
        URI uri;
        try {
            uri = URI.create(value);
        } catch (IllegalArgumentException e) {
            throw protocol("Its " + name + " '" + ServerText.quote(value) + "' is not a URI.", CHECK_ISSUER);
        }
        if (uri.getRawUserInfo() != null) {
            throw protocol("Its " + name + " has a user's name in it, which no address of a server has.", CHECK_ISSUER);
        }
        if (!Loopback.allows(uri)) {
            throw protocol(
                    "Its " + name + " '" + ServerText.quote(value)
                            + "' is not https, and http is accepted on loopback only.",
                    CHECK_ISSUER);
        }
        if ("https".equalsIgnoreCase(issuer.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw protocol(
                    "Its " + name + " '" + ServerText.quote(value) + "' is not https, as the issuer is.", CHECK_ISSUER);
        }
        return uri;
    }

    private String text(Map<String, Object> metadata, String name) {
        if (metadata.get(name) instanceof String text) {
            return text;
        }
        throw protocol("It has no " + name + ".", CHECK_ISSUER);
    }

    private SignInException protocol(String found, String next) {
        return SignInException.of(Reason.PROTOCOL, attempted, found, next);
    }
}
