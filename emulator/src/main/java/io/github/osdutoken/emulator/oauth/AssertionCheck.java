package io.github.osdutoken.emulator.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.emulator.AppRegistration;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a client with a certificate signs to prove itself (RFC 7523, section 3): whom it is about, whom it is for,
 * when, and by which registered certificate. At Entra ID the key is found by the certificate's thumbprint.
 */
final class AssertionCheck {

    /** How far Entra ID lets clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.PS256, JWSAlgorithm.RS256);

    private final Tenant tenant;
    private final Clock clock;

    AssertionCheck(Tenant tenant, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    void check(String assertion, AppRegistration app) throws EntraException {
        SignedJWT jwt;
        JWTClaimsSet claims;
        try {
            jwt = SignedJWT.parse(assertion);
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw Aadsts.CLIENT_ASSERTION_MALFORMED.with("It is not well formed.");
        }
        if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
            throw Aadsts.CLIENT_ASSERTION_MALFORMED.with("Its algorithm is not supported.");
        }
        if (claims.getJWTID() == null) {
            throw Aadsts.CLIENT_ASSERTION_MALFORMED.with("It has no jti.");
        }
        if (!app.clientId().equalsIgnoreCase(claims.getIssuer())
                || !app.clientId().equalsIgnoreCase(claims.getSubject())) {
            throw Aadsts.CLIENT_ASSERTION_FOREIGN.with();
        }
        if (claims.getAudience().size() != 1
                || !isTokenEndpoint(claims.getAudience().get(0))) {
            throw Aadsts.CLIENT_ASSERTION_AUDIENCE.with();
        }
        checkTime(claims);
        checkSignature(jwt, app);
    }

    private boolean isTokenEndpoint(String audience) {
        return Set.of(tenant.id(), tenant.domain()).stream()
                .anyMatch(name -> audience.equals(tenant.authority() + "/" + name + "/oauth2/v2.0/token"));
    }

    private void checkTime(JWTClaimsSet claims) throws EntraException {
        Instant now = clock.instant();
        Instant from = instant(claims.getNotBeforeTime());
        Instant until = instant(claims.getExpirationTime());
        if (now.isBefore(from.minus(SKEW)) || now.isAfter(until.plus(SKEW))) {
            throw Aadsts.CLIENT_ASSERTION_TIME.with(now, from, until);
        }
    }

    private static Instant instant(@Nullable Date claim) {
        return claim == null ? Instant.EPOCH : claim.toInstant();
    }

    private void checkSignature(SignedJWT jwt, AppRegistration app) throws EntraException {
        JWSHeader header = jwt.getHeader();
        for (X509Certificate certificate : app.certificates()) {
            if (isNamed(header, certificate)) {
                if (clock.instant().isAfter(certificate.getNotAfter().toInstant())) {
                    throw Aadsts.CLIENT_ASSERTION_SIGNATURE.with("The key used is expired.", thumbprint(header));
                }
                if (!isSigned(jwt, certificate)) {
                    throw Aadsts.CLIENT_ASSERTION_SIGNATURE.with(
                            "The provided signature value did not match the expected signature value.",
                            thumbprint(header));
                }
                return;
            }
        }
        throw Aadsts.CLIENT_ASSERTION_SIGNATURE.with("The key was not found.", thumbprint(header));
    }

    // Old clients send x5t, SHA-1's; both are served.
    @SuppressWarnings("deprecation")
    private static Base64URL thumbprint(JWSHeader header) {
        Base64URL sha256 = header.getX509CertSHA256Thumbprint();
        return sha256 != null ? sha256 : Objects.requireNonNullElse(header.getX509CertThumbprint(), Base64URL.from(""));
    }

    private static boolean isNamed(JWSHeader header, X509Certificate certificate) {
        String digest = header.getX509CertSHA256Thumbprint() != null ? "SHA-256" : "SHA-1";
        try {
            byte[] thumbprint = MessageDigest.getInstance(digest).digest(certificate.getEncoded());
            // By its bytes: MSAL for Java writes them in plain base64, which Entra ID takes, too.
            return Arrays.equals(thumbprint(header).decode(), thumbprint);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + digest, e);
        }
    }

    private static boolean isSigned(SignedJWT jwt, X509Certificate certificate) {
        try {
            return jwt.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }
}
