package io.github.osdutoken.trace;

import io.github.osdutoken.Profile;
import io.github.osdutoken.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What is known to be secret when a sign-in begins. */
final class Secrets {

    private static final Set<String> PARAMETERS = Set.of("state", "nonce", "code_challenge");

    private Secrets() {}

    static Stream<String> of(Profile profile, URI authorizationRequest) {
        Stream<String> configured = Stream.<Secret>of(
                        profile.user().password(),
                        profile.user().totpSecret(),
                        profile.user().refreshToken(),
                        profile.client().secret())
                .filter(Objects::nonNull)
                .map(Secret::value);
        String query = Objects.requireNonNullElse(authorizationRequest.getRawQuery(), "");
        Stream<String> sent = Stream.of(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2 && PARAMETERS.contains(parameter[0]))
                .map(parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8));
        return Stream.concat(configured, sent);
    }
}
