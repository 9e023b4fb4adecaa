package io.github.osdutoken.emulator.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Signs tokens with RS256, with a key made for this emulator alone. Making it takes a while, so it is made on another
 * thread: an emulator need not wait for it to start, only its first token.
 */
public final class SigningKey {

    /** A public key whose private half was thrown away. Published first, so that nobody gets by with "the first key". */
    private static final String RETIRED =
            "{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"ds8T0bAas97r5OrlnDMjwmOtRsmyPhaj41-_xAQTh7A\",\"e\":\"AQAB\","
                    + "\"n\":\"veH6CB7vQhwCxhVmfSdLd-C-H3uiwcSP1BXhujly1puX76-MvgaufHBKZaYW1pvtvd75WEb3l4kAL2EPP-LjMdiHGY"
                    + "eSj9DKtBwlJzFCKF38Fkac9MLxrAXJ_3E_uSdzp3WTMge0Lm3YvC06t7cs3_lJfhUEtW0k45KBkzmyenofeJqtZxFf"
                    + "79dAcpIjy-SvcvoPARIfUwbym3rYppooFgz89Wp-Kr35h36HrSgvVoEXOuKrUixxiirKBVRhoaLEH0F1PyPuMF4xvX"
                    + "5Dt46vRZ7qvD2VJjGU3FC_xcze-J6CiqrzLBz81HVUAN0Y8y4XlOkmLCX9A0C51Q477X-zIw\"}";

    private record Keys(RSAKey inUse, JWKSet published) {}

    private volatile CompletableFuture<Keys> keys;

    private SigningKey(CompletableFuture<Keys> keys) {
        this.keys = keys;
    }

    /** Begin to make a key. */
    public static SigningKey generate() {
        return new SigningKey(CompletableFuture.supplyAsync(() -> beside(retired())));
    }

    /** Sign with another key from now on. The one before is still published, for the tokens it has signed. */
    public void rotate() {
        RSAKey before = keys.join().inUse;
        keys = CompletableFuture.completedFuture(beside(before.toPublicJWK()));
    }

    private static RSAKey retired() {
        try {
            return RSAKey.parse(RETIRED);
        } catch (ParseException e) {
            throw new IllegalStateException("The retired key is one", e);
        }
    }

    /** Make a key, and publish it after another one. */
    private static Keys beside(RSAKey former) {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new Keys(key, new JWKSet(List.of(former, key.toPublicJWK())));
        } catch (JOSEException e) {
            throw new IllegalStateException("No RSA key could be made", e);
        }
    }

    /** Return the keys to publish; the one in use is not the first. */
    public JWKSet publicKeys() {
        return keys.join().published;
    }

    /** Sign claims. */
    String sign(JWTClaimsSet claims) {
        RSAKey key = keys.join().inUse;
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The RSA key just made cannot sign", e);
        }
        return token.serialize();
    }
}
