package io.github.osdutoken.emulator.osdu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Checks a bearer token in the order and with the words of Envoy's JWT filter (jwt_verify_lib): form, issuer, time,
 * audience, and the signature last. A library's own validator would find the same faults but name others first.
 */
final class AccessTokenCheck {

    /** Envoy's default clock skew. */
    private static final long SKEW_SECONDS = 60;

    private final JWKSource<SecurityContext> keys;
    private final Set<String> issuers;
    private final Set<String> audiences;
    private final Clock clock;

    AccessTokenCheck(JWKSource<SecurityContext> keys, Set<String> issuers, Set<String> audiences, Clock clock) {
        this.keys = keys;
        this.issuers = Set.copyOf(issuers);
        this.audiences = Set.copyOf(audiences);
        this.clock = clock;
    }

    /** Return the claims of a valid token. */
    JsonNode claims(String jwt) throws JwtRejectedException {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new JwtRejectedException(
                    "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections");
        }
        String algorithm = object("header", parts[0]).path("alg").asText();
        if (algorithm.isEmpty()) {
            throw new JwtRejectedException("Jwt header [alg] field is required and must be a string");
        }
        if (JWSAlgorithm.Family.SIGNATURE.stream()
                .noneMatch(known -> known.getName().equals(algorithm))) {
            throw new JwtRejectedException("Jwt header [alg] is not supported");
        }
        JsonNode claims = object("payload", parts[1]);
        decode("signature", parts[2]);
        if (!issuers.contains(claims.path("iss").asText())) {
            throw new JwtRejectedException("Jwt issuer is not configured");
        }
        checkTime(claims);
        if (audiencesOf(claims).stream().noneMatch(audiences::contains)) {
            throw new JwtRejectedException(403, "Audiences in Jwt are not allowed");
        }
        checkSignature(jwt);
        return claims;
    }

    private void checkTime(JsonNode claims) throws JwtRejectedException {
        long now = clock.instant().getEpochSecond();
        if (claims.path("nbf").asLong() > now + SKEW_SECONDS) {
            throw new JwtRejectedException("Jwt not yet valid");
        }
        long expiry = claims.path("exp").asLong();
        if (expiry > 0 && now > expiry + SKEW_SECONDS) {
            throw new JwtRejectedException("Jwt is expired");
        }
    }

    private void checkSignature(String jwt) throws JwtRejectedException {
        try {
            JWSObject jws = JWSObject.parse(jwt);
            List<JWK> candidates = candidates(jws.getHeader());
            if (candidates.isEmpty()) {
                throw new JwtRejectedException("Jwks doesn't have key to match kid or alg from Jwt");
            }
            for (JWK key : candidates) {
                if (jws.verify(new RSASSAVerifier(key.toRSAKey()))) {
                    return;
                }
            }
        } catch (ParseException | JOSEException e) {
            // An unusual header the library declines is, to the caller, a token that does not verify.
        }
        throw new JwtRejectedException("Jwt verification fails");
    }

    private List<JWK> candidates(JWSHeader header) throws JOSEException {
        // Entra signs with RSA only, so for any other algorithm there is no key.
        return JWSAlgorithm.Family.RSA.contains(header.getAlgorithm())
                ? keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null)
                : List.of();
    }

    private static List<String> audiencesOf(JsonNode claims) {
        JsonNode audience = claims.path("aud");
        return audience.isArray()
                ? StreamSupport.stream(audience.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(audience.asText());
    }

    private static JsonNode object(String part, String encoded) throws JwtRejectedException {
        try {
            JsonNode node = Json.tree(decode(part, encoded));
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // The same answer as for JSON that is no object.
        }
        throw new JwtRejectedException("Jwt " + part + " is an invalid JSON");
    }

    private static String decode(String part, String encoded) throws JwtRejectedException {
        try {
            return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new JwtRejectedException("Jwt " + part + " is an invalid Base64url encoded");
        }
    }
}
