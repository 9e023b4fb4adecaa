package io.github.osdutoken.emulator.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.osdutoken.emulator.AppRegistration;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Quirk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes access tokens and ID tokens, claim by claim as Entra ID does. */
final class TokenIssuer {

    /** Entra ID dates its tokens back, for clients whose clock is slow. */
    private static final Duration DATED_BACK = Duration.ofMinutes(5);

    private final Tenant tenant;
    private final TokenPolicy policy;
    private final SigningKey key;
    private final Faults faults;
    private final Clock clock;

    TokenIssuer(Tenant tenant, TokenPolicy policy, SigningKey key, Faults faults, Clock clock) {
        this.tenant = tenant;
        this.policy = policy;
        this.key = key;
        this.faults = faults;
        this.clock = clock;
    }

    String accessToken(Grant grant, long seconds) {
        EmulatorUser user = grant.user();
        String credential = credential(grant.app());
        JWTClaimsSet.Builder claims =
                claims(grant, seconds).audience(grant.scope().audience()).claim("scp", "User.Read");
        if (policy.version() == 1) {
            claims.issuer(tenant.issuerV1())
                    .claim("ver", "1.0")
                    .claim("acr", "1")
                    .claim("amr", List.of("pwd"))
                    .claim("appid", grant.app().clientId())
                    .claim("appidacr", credential)
                    .claim("ipaddr", "127.0.0.1")
                    .claim("name", user.displayName())
                    .claim("oid", user.objectId())
                    .claim("unique_name", user.username())
                    .claim("upn", user.username());
        } else {
            claims.issuer(tenant.issuer())
                    .claim("ver", "2.0")
                    .claim("azp", grant.app().clientId())
                    .claim("azpacr", credential)
                    .claim("name", user.displayName())
                    .claim("oid", user.objectId())
                    .claim("preferred_username", user.username());
        }
        return key.sign(claims.build());
    }

    /** A client's own token: about its service principal, without a user and without {@code scp}. */
    String appToken(AppRegistration app, String audience, long seconds) {
        String principal = UUID.nameUUIDFromBytes(app.clientId().getBytes(StandardCharsets.UTF_8))
                .toString();
        JWTClaimsSet.Builder claims = claims(seconds)
                .audience(audience)
                .subject(principal)
                .claim("oid", principal)
                .claim("idtyp", "app");
        if (policy.version() == 1) {
            claims.issuer(tenant.issuerV1())
                    .claim("ver", "1.0")
                    .claim("appid", app.clientId())
                    .claim("appidacr", credential(app))
                    .claim("idp", tenant.issuerV1());
        } else {
            claims.issuer(tenant.issuer())
                    .claim("ver", "2.0")
                    .claim("azp", app.clientId())
                    .claim("azpacr", credential(app));
        }
        return key.sign(claims.build());
    }

    /** What the client proved itself with: nothing, a secret, a certificate. */
    private static String credential(AppRegistration app) {
        return app.clientSecret() != null ? "1" : app.isConfidential() ? "2" : "0";
    }

    String idToken(Grant grant, @Nullable String nonce) {
        EmulatorUser user = grant.user();
        boolean expired = faults.has(Quirk.ID_TOKEN_EXPIRED);
        JWTClaimsSet.Builder claims = claims(grant, 3_600)
                .issuer(faults.has(Quirk.ISSUER_WRONG) ? tenant.authority() + "/another/v2.0" : tenant.issuer())
                .audience(
                        faults.has(Quirk.AUDIENCE_WRONG)
                                ? "another-client"
                                : grant.app().clientId())
                .claim("ver", "2.0");
        if (expired) {
            Date past = Date.from(clock.instant().minus(Duration.ofHours(2)));
            claims.issueTime(past)
                    .notBeforeTime(past)
                    .expirationTime(Date.from(clock.instant().minus(Duration.ofHours(1))));
        }
        if (nonce != null && !faults.has(Quirk.NONCE_OMITTED)) {
            claims.claim("nonce", faults.has(Quirk.NONCE_WRONG) ? "another-nonce" : nonce);
        }
        if (grant.scope().has("profile")) {
            claims.claim("name", user.displayName())
                    .claim("oid", user.objectId())
                    .claim("preferred_username", user.username());
        }
        if (grant.scope().has("email")) {
            claims.claim("email", user.username());
        }
        SigningKey signer = faults.has(Quirk.SIGNATURE_WRONG) ? SigningKey.generate() : key;
        return signer.sign(claims.build());
    }

    /** The claims that every token about a user carries. */
    private JWTClaimsSet.Builder claims(Grant grant, long seconds) {
        return claims(seconds).subject(pairwise(grant)).claim("sid", grant.sessionId());
    }

    /** The claims that every token of Entra ID's carries. */
    private JWTClaimsSet.Builder claims(long seconds) {
        Instant now = clock.instant();
        Date from = Date.from(now.minus(DATED_BACK));
        return new JWTClaimsSet.Builder()
                .issueTime(from)
                .notBeforeTime(from)
                .expirationTime(Date.from(now.plusSeconds(seconds)))
                .claim("rh", Opaque.value("1.", 30))
                .claim("tid", tenant.id())
                .claim("uti", Opaque.value("", 16));
    }

    /** The subject differs from application to application; who wants the user takes {@code oid}. */
    private static String pairwise(Grant grant) {
        String seed = grant.app().clientId() + grant.user().objectId();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
