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

/** Signs tokens with RS256, with a key made for this emulator alone. */
public final class SigningKey {

    /** A public key whose private half was thrown away. Published first, so that nobody gets by with "the first key". */
    private static final String RETIRED =
            "{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"ds8T0bAas97r5OrlnDMjwmOtRsmyPhaj41-_xAQTh7A\",\"e\":\"AQAB\","
                    + "\"n\":\"veH6CB7vQhwCxhVmfSdLd-C-H3uiwcSP1BXhujly1puX76-MvgaufHBKZaYW1pvtvd75WEb3l4kAL2EPP-LjMdiHGY"
                    + "eSj9DKtBwlJzFCKF38Fkac9MLxrAXJ_3E_uSdzp3WTMge0Lm3YvC06t7cs3_lJfhUEtW0k45KBkzmyenofeJqtZxFf"
                    + "79dAcpIjy-SvcvoPARIfUwbym3rYppooFgz89Wp-Kr35h36HrSgvVoEXOuKrUixxiirKBVRhoaLEH0F1PyPuMF4xvX"
                    + "5Dt46vRZ7qvD2VJjGU3FC_xcze-J6CiqrzLBz81HVUAN0Y8y4XlOkmLCX9A0C51Q477X-zIw\"}";

    private final RSAKey key;
    private final JWKSet publicKeys;

    private SigningKey(RSAKey key, JWKSet publicKeys) {
        this.key = key;
        this.publicKeys = publicKeys;
    }

    /** Make a key. */
    public static SigningKey generate() {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new SigningKey(key, new JWKSet(List.of(RSAKey.parse(RETIRED), key.toPublicJWK())));
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("No RSA key could be made", e);
        }
    }

    /** Return the keys to publish; the one in use is not the first. */
    public JWKSet publicKeys() {
        return publicKeys;
    }

    /** Sign claims. */
    String sign(JWTClaimsSet claims) {
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
