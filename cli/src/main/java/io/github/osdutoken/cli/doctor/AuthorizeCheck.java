package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.Client;
import io.github.osdutoken.Reason;
import io.github.osdutoken.aadsts.AadstsCode;
import io.github.osdutoken.aadsts.AadstsCodes;
import io.github.osdutoken.oauth.AuthorizationRequest;
import io.github.osdutoken.oauth.AuthorizationServer;
import io.github.osdutoken.redirect.AuthorizationResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
            return sentBack(AuthorizationResponse.parse(location.replaceFirst("[^?#]*[?#]?", "")));
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

    private static Finding sentBack(@Nullable AuthorizationResponse response) {
        return response == null || response.error() == null
                ? Finding.warning(NAME, "The server answered at once, without asking who signs in.", "Use --sign-in.")
                : Finding.failure(NAME, response.error().during(ATTEMPTED));
    }

    private static AadstsCode code(MatchResult match) {
        return AadstsCodes.of(Integer.parseInt(match.group(1)));
    }
}
