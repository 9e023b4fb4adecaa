package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.Client;
import io.github.osdutoken.Reason;
import io.github.osdutoken.aadsts.AadstsCode;
import io.github.osdutoken.aadsts.AadstsCodes;
import io.github.osdutoken.oauth.AuthorizationRequest;
import io.github.osdutoken.oauth.AuthorizationServer;
import io.github.osdutoken.oauth.OAuthError;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The first page of a sign-in, fetched and not filled in. A redirect URI that is not registered and an unknown application
 * end there, on an error page; a scope that cannot be granted comes back to the redirect URI at once.
 */
final class AuthorizeCheck {

    static final String NAME = "sign-in page";

    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{5,8})(?!\\d)");
    private static final String ATTEMPTED = "Asking for the sign-in page";

    private AuthorizeCheck() {}

    static Finding of(AuthorizationServer server, Client client, Web web) {
        HttpResponse<String> answer;
        try {
            answer = web.get(new AuthorizationRequest(server, client).uri());
        } catch (IOException e) {
            return Finding.failure(
                    NAME,
                    Reason.UNAVAILABLE,
                    ATTEMPTED + " failed: " + server.authorizationEndpoint().getRawAuthority() + " did not answer ("
                            + Web.why(e) + ").",
                    "Check the network and the JVM's proxy settings.");
        }
        Optional<AadstsCode> refused = NUMBER.matcher(answer.body())
                .results()
                .map(AuthorizeCheck::code)
                .filter(code -> !code.informational())
                .findFirst();
        if (refused.isPresent()) {
            AadstsCode code = refused.get();
            String found = ATTEMPTED + " failed: " + code.describe(answer.body());
            return code.known()
                    ? Finding.failure(NAME, code.reason(), found, code.mend())
                    : Finding.warning(NAME, found, code.mend());
        }
        String location = answer.headers().firstValue("Location").orElse("");
        if (location.startsWith(client.redirectUri().toString())) {
            return sentBack(location);
        }
        if (answer.statusCode() >= 500) {
            return Finding.failure(
                    NAME,
                    Reason.UNAVAILABLE,
                    ATTEMPTED + " failed: the server answered " + answer.statusCode() + ".",
                    "Run again in a few minutes.");
        }
        return answer.statusCode() >= 400
                ? Finding.failure(
                        NAME,
                        Reason.APP_REGISTRATION,
                        ATTEMPTED + " failed: the server answered " + answer.statusCode() + ".",
                        "Check osdu.client-id, and that osdu.redirect-uri is registered exactly as it is set: "
                                + client.redirectUri())
                : Finding.ok(NAME, "comes; " + client.redirectUri() + " is accepted as redirect URI");
    }

    private static Finding sentBack(String location) {
        Map<String, String> query = query(location);
        String error = query.get("error");
        return error == null
                ? Finding.warning(NAME, "The server answered at once, without asking who signs in.", "Use --sign-in.")
                : Finding.failure(NAME, new OAuthError(error, query.get("error_description"), null).during(ATTEMPTED));
    }

    private static AadstsCode code(MatchResult match) {
        return AadstsCodes.of(Integer.parseInt(match.group(1)));
    }

    private static Map<String, String> query(String location) {
        Map<String, String> query = new HashMap<>();
        String raw = Optional.ofNullable(URI.create(location).getRawQuery()).orElse("");
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.putIfAbsent(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }
}
