package io.github.osdutoken.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.github.osdutoken.Client;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks an ID token as OpenID Connect Core, section 3.1.3.7 asks, its signature included. */
final class IdTokenCheck {

    private static final Logger log = LoggerFactory.getLogger(IdTokenCheck.class);

    /**
     * Asymmetric ones only: neither "none" nor one keyed with a client secret proves who signed. EdDSA would need a
     * library that nobody here has asked for.
     */
    private static final Set<JWSAlgorithm> ALGORITHMS = Stream.of(JWSAlgorithm.Family.RSA, JWSAlgorithm.Family.EC)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final AuthorizationServer server;
    private final Client client;
    private final BackChannel channel;
    private final Duration pause;

    IdTokenCheck(AuthorizationServer server, Client client, BackChannel channel, Duration pause) {
        this.server = server;
        this.client = client;
        this.channel = channel;
        this.pause = pause;
    }

    /**
     * Check the answer's ID token, if it has one.
     *
     * @param nonce the request's nonce, or {@code null} for a refresh
     */
    @Nullable
    IdToken check(TokenAnswer answer, @Nullable Nonce nonce) {
        JWT token = answer.idToken();
        if (token == null) {
            // Nothing is lost: PKCE and state have bound the code to us.
            log.debug("No ID token came for scope {}", client.scope());
            return null;
        }
        JWTClaimsSet claims = claims(token);
        IdTokenClaims expected = new IdTokenClaims(server.issuer(), client.id(), nonce);
        try {
            validator(expected.issuerFor(claims)).validate(token, nonce);
        } catch (BadJWTException e) {
            throw untrusted(expected.mismatch(claims).orElse("A claim is missing or wrong."));
        } catch (BadJOSEException | JOSEException e) {
            throw untrusted("Its signature (alg "
                    + ServerText.quote(token.getHeader().getAlgorithm().getName()) + ") is not that of a key at "
                    + server.jwksUri() + ".");
        }
        Optional<String> mismatch = expected.mismatch(claims);
        if (mismatch.isPresent()) {
            throw untrusted(mismatch.get());
        }
        return new IdToken(token.getParsedString());
    }

    private JWTClaimsSet claims(JWT token) {
        if (!(token instanceof SignedJWT signed)) {
            throw untrusted("It is not signed.");
        }
        try {
            return signed.getJWTClaimsSet();
        } catch (ParseException e) {
            throw untrusted("Its claims cannot be read.");
        }
    }

    private IDTokenValidator validator(String issuer) {
        return new IDTokenValidator(
                new Issuer(issuer),
                new ClientID(client.id()),
                new JWSVerificationKeySelector<SecurityContext>(ALGORITHMS, new ImmutableJWKSet<>(keys())),
                null);
    }

    private JWKSet keys() {
        String attempted = "Reading the issuer's keys at " + server.jwksUri();
        HTTPResponse response;
        try {
            response = new RepeatableRequest(channel, pause, new HTTPRequest(HTTPRequest.Method.GET, server.jwksUri()))
                    .send();
        } catch (IOException e) {
            throw Unusable.noAnswer(attempted, server.jwksUri(), e, Unusable.CHECK_NETWORK);
        }
        if (response.getStatusCode() != 200) {
            throw Unusable.unexpected(attempted, response);
        }
        try {
            return JWKSet.parse(Objects.requireNonNullElse(response.getBody(), ""));
        } catch (ParseException e) {
            throw SignInException.of(
                    Reason.PROTOCOL,
                    attempted,
                    "The answer is " + Unusable.contentType(response) + " and not a JSON Web Key Set.",
                    "Check osdu.issuer, and that no proxy or sign-in gateway answers in the server's place.");
        }
    }

    private SignInException untrusted(String found) {
        return SignInException.of(
                Reason.PROTOCOL,
                "Checking the ID token from " + server.tokenEndpoint(),
                found,
                "Check osdu.issuer, osdu.tenant-id and osdu.client-id, and this machine's clock; if all are right, do"
                        + " not trust the server.");
    }
}
