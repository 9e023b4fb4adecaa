package io.github.osdutoken.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import io.github.osdutoken.ClientCertificate;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** What a client with a certificate signs to prove who it is ({@code private_key_jwt}; RFC 7523, section 3). */
final class ClientAssertion {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private ClientAssertion() {}

    /**
     * Sign one for one request, at this server's token endpoint only. PS256, which Entra ID asks for, unless the server
     * says that it knows RS256 and not PS256.
     */
    static PrivateKeyJWT sign(String clientId, ClientCertificate certificate, AuthorizationServer server, Instant now) {
        var algorithms = server.features().assertionAlgorithms();
        JWSHeader header = new JWSHeader.Builder(
                        algorithms.contains("RS256") && !algorithms.contains("PS256")
                                ? JWSAlgorithm.RS256
                                : JWSAlgorithm.PS256)
                .type(JOSEObjectType.JWT)
                .x509CertSHA256Thumbprint(thumbprint(certificate))
                .build();
        SignedJWT assertion = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .subject(clientId)
                        .audience(server.tokenEndpoint().toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .build());
        try {
            assertion.sign(new RSASSASigner(certificate.privateKey()));
            return new PrivateKeyJWT(assertion);
        } catch (JOSEException e) {
            throw new IllegalStateException("The certificate's RSA key cannot sign", e);
        }
    }

    private static Base64URL thumbprint(ClientCertificate certificate) {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256")
                    .digest(certificate.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that was read has an encoding", e);
        }
    }
}
