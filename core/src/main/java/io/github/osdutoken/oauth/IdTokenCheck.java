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
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.github.osdutoken.Client;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.text.ParseException;
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
    private final SigningKeys keys;

    IdTokenCheck(AuthorizationServer server, Client client, SigningKeys keys) {
        this.server = server;
        this.client = client;
        this.keys = keys;
    }

    /**
     * Check the answer's ID token, if it has one.
     *
     * @param nonce the request's nonce, or {@code null} for a refresh
     * @param before the ID token of the user who is refreshed (section 12.2), or {@code null} when there is none
     */
    @Nullable
    IdToken check(TokenAnswer answer, @Nullable Nonce nonce, @Nullable IdToken before) {
        JWT token = answer.idToken();
        if (token == null) {
            // Nothing is lost: PKCE and state have bound the code to us.
            log.debug("No ID token came for scope {}", client.scope());
            return null;
        }
        JWTClaimsSet claims = claims(token);
        IdTokenClaims expected = new IdTokenClaims(server.issuer(), client.id(), nonce, subject(before));
        try {
            validate(token, expected.issuerFor(claims), nonce);
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

    private static @Nullable String subject(@Nullable IdToken before) {
        try {
            return before == null
                    ? null
                    : JoseParser.signedJwt(before.value()).getJWTClaimsSet().getSubject();
        } catch (ParseException e) {
            return null; // it was checked when it came; this one is not to blame
        }
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

    private void validate(JWT token, String issuer, @Nullable Nonce nonce) throws BadJOSEException, JOSEException {
        Optional<JWKSet> kept = keys.kept();
        if (kept.isPresent()) {
            try {
                validator(issuer, kept.get()).validate(token, nonce);
                return;
            } catch (BadJWTException e) {
                throw e;
            } catch (BadJOSEException | JOSEException e) {
                log.debug("No key kept from {} fits; they are read anew", server.jwksUri());
            }
        }
        validator(issuer, keys.read()).validate(token, nonce);
    }

    private IDTokenValidator validator(String issuer, JWKSet published) {
        return new IDTokenValidator(
                new Issuer(issuer),
                new ClientID(client.id()),
                new JWSVerificationKeySelector<SecurityContext>(ALGORITHMS, new ImmutableJWKSet<>(published)),
                null);
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
