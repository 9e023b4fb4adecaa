package io.github.osdutoken.oauth;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a server's metadata says about itself beside its endpoints (RFC 8414, section 2; RFC 9207, section 3). All of it is
 * optional.
 *
 * @param authenticationMethods how clients may authenticate at the token endpoint; empty when it does not say
 * @param assertionAlgorithms with which algorithms client assertions may be signed; empty when it does not say
 * @param namesItself whether its answers at the redirect URI carry {@code iss}
 * @since 0.1
 */
public record ServerFeatures(Set<String> authenticationMethods, Set<String> assertionAlgorithms, boolean namesItself) {

    static ServerFeatures of(Map<String, Object> metadata) {
        return new ServerFeatures(
                texts(metadata.get("token_endpoint_auth_methods_supported")),
                texts(metadata.get("token_endpoint_auth_signing_alg_values_supported")),
                Boolean.TRUE.equals(metadata.get("authorization_response_iss_parameter_supported")));
    }

    private static Set<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
