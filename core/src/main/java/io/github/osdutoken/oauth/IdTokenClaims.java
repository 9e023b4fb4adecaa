package io.github.osdutoken.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token's claims have to be. Says which one is not, since Nimbus' validator does not say what it expected, and
 * adds what that one leaves out: {@code nbf}, and Entra ID's {@code tid}.
 */
record IdTokenClaims(
        String issuer,
        String clientId,
        @Nullable Nonce nonce,
        @Nullable String subject) {

    /** Return the issuer with the template resolved by the token's own tenant. */
    String issuerFor(JWTClaimsSet claims) {
        String tid = text(claims, "tid");
        return IssuerName.isTenantId(tid) ? issuer.replace(AuthorizationServer.TENANT_TEMPLATE, tid) : issuer;
    }

    Optional<String> mismatch(JWTClaimsSet claims) {
        return differs("iss", text(claims, "iss"), issuerFor(claims))
                .or(() -> claims.getSubject() == null ? Optional.of("Its claim sub is missing.") : Optional.empty())
                .or(() -> subject == null ? Optional.empty() : differs("sub", claims.getSubject(), subject))
                .or(() -> audience(claims))
                .or(() -> tenant(claims))
                .or(() -> times(claims))
                .or(() -> nonce(claims));
    }

    private Optional<String> audience(JWTClaimsSet claims) {
        List<String> audience = claims.getAudience();
        if (!audience.contains(clientId)) {
            return differs("aud", audience.toString(), clientId);
        }
        return audience.size() > 1 || claims.getClaim("azp") != null
                ? differs("azp", text(claims, "azp"), clientId)
                : Optional.empty();
    }

    private Optional<String> tenant(JWTClaimsSet claims) {
        return claims.getClaim("tid") == null
                ? Optional.empty()
                : new IssuerName(issuer).tenantId().flatMap(id -> differs("tid", text(claims, "tid"), id));
    }

    private static Optional<String> times(JWTClaimsSet claims) {
        Instant now = Instant.now();
        return time("exp", claims.getExpirationTime(), now, -1)
                .or(() -> time("iat", claims.getIssueTime(), now, 1))
                .or(() -> claims.getNotBeforeTime() == null
                        ? Optional.empty()
                        : time("nbf", claims.getNotBeforeTime(), now, 1));
    }

    /** Find a time that is past ({@code side} -1) or ahead ({@code side} 1) by more than the skew between two clocks. */
    private static Optional<String> time(String claim, @Nullable Date found, Instant now, int side) {
        if (found == null) {
            return Optional.of("Its claim " + claim + " is missing.");
        }
        Instant limit = now.plusSeconds((long) side * IDTokenValidator.DEFAULT_MAX_CLOCK_SKEW);
        return Integer.signum(found.toInstant().compareTo(limit)) == side
                ? Optional.of("Its claim " + claim + " is " + found.toInstant() + ", "
                        + (side < 0 ? "which is past" : "which is yet to come") + "; it is " + now + " here.")
                : Optional.empty();
    }

    private Optional<String> nonce(JWTClaimsSet claims) {
        return nonce == null || nonce.getValue().equals(claims.getClaim("nonce"))
                ? Optional.empty()
                : Optional.of(
                        claims.getClaim("nonce") == null
                                ? "Its claim nonce is missing."
                                : "Its claim nonce is not the one that was sent.");
    }

    private static Optional<String> differs(String claim, String found, String expected) {
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of("Its claim " + claim + " is " + ServerText.quote(found) + ", where " + expected
                        + " is expected.");
    }

    private static String text(JWTClaimsSet claims, String name) {
        try {
            return Optional.ofNullable(claims.getStringClaim(name)).orElse("missing");
        } catch (ParseException e) {
            return "not a text";
        }
    }

    /** Leave the nonce out. */
    @Override
    public String toString() {
        return "IdTokenClaims[" + issuer + ", " + clientId + "]";
    }
}
