package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.Reason;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyRotationTests {

    private static final RSAKey OLD = Entra.key("old");
    private static final RSAKey NEW = Entra.key("new");

    private final Entra entra = new Entra();

    KeyRotationTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void readsTheKeysOnceForManyTokens() {
        publish(OLD);

        refresh(signed(OLD));
        refresh(signed(OLD));

        assertThat(entra.http.received(Entra.KEYS)).hasSize(1);
    }

    @Test
    void readsTheKeysAgainForAKeyThatIsNew() {
        publish(OLD);
        refresh(signed(OLD));
        publish(NEW);

        refresh(signed(NEW));
        refresh(signed(NEW));

        assertThat(entra.http.received(Entra.KEYS)).hasSize(2);
    }

    @Test
    void readsThemAgainThoughTheNewKeyHasTheOldOnesName() {
        publish(OLD);
        refresh(signed(OLD));
        RSAKey renewed = Entra.key("old");
        publish(renewed);

        refresh(signed(renewed));

        assertThat(entra.http.received(Entra.KEYS)).hasSize(2);
    }

    @Test
    void readsThemOnceMoreForAStrangersSignatureAndNoMore() {
        publish(OLD);
        refresh(signed(OLD));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> refresh(signed(NEW)))
                .withMessageContaining("Its signature (alg RS256) is not that of a key at ")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
        assertThat(entra.http.received(Entra.KEYS)).hasSize(2);
    }

    @Test
    void believesNoSignatureMadeWithAPublishedKeyAsASecret() throws JOSEException {
        publish(OLD);
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("old").build(),
                entra.claims(null).build());
        forged.sign(new MACSigner(OLD.toRSAPublicKey().getEncoded()));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> refresh(forged.serialize()))
                .withMessageContaining("Its signature (alg HS256) is not that of a key at ");
    }

    private void publish(RSAKey key) {
        entra.http.clear(Entra.KEYS).json(Entra.KEYS, 200, new JWKSet(key.toPublicJWK()).toString());
    }

    private String signed(RSAKey key) {
        return Entra.signed(entra.claims(null).build(), key);
    }

    private void refresh(String idToken) {
        entra.http.clear(Entra.TOKEN).json(Entra.TOKEN, 200, Entra.answer(idToken));
        assertThat(entra.tokenEndpoint(Entra.PUBLIC).refresh(new RefreshToken("canary-refresh-token")))
                .isInstanceOf(RefreshResult.Refreshed.class);
    }
}
