package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.github.osdutoken.Fuzz;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ID tokens that somebody else made, in all the ways that libraries have fallen for. */
class ForgedIdTokenTests {

    private static final RSAKey STRANGERS = Entra.key("the-key"); // the same name as the issuer's

    private final Entra entra = new Entra();
    private final AuthorizationRequest request = new AuthorizationRequest(entra.server(), Entra.PUBLIC);

    ForgedIdTokenTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    /** Makes a token of claims that would be right. */
    interface Forgery {
        String of(String claims) throws Exception;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void isNotBelieved(String how, Forgery forgery) throws Exception {
        String forged = forgery.of(entra.claims(request).build().toString());

        assertThatExceptionOfType(SignInException.class)
                .as(how)
                .isThrownBy(() -> exchange(forged))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2000));
        assertThat(entra.http.received("/evil"))
                .as("keys that the token itself names")
                .isEmpty();
    }

    static Stream<Arguments> forgeries() throws Exception {
        byte[] der = Entra.KEY.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(
                forgery("alg none", claims -> new PlainJWT(JWTClaimsSet.parse(claims)).serialize()),
                forgery("alg None", claims -> raw("{\"alg\":\"None\"}", claims, "")),
                forgery("alg nOnE with a signature", claims -> raw("{\"alg\":\"nOnE\"}", claims, "AAAA")),
                forgery("no alg", claims -> raw("{}", claims, "AAAA")),
                forgery("alg null", claims -> raw("{\"alg\":null}", claims, "AAAA")),
                forgery("alg a number", claims -> raw("{\"alg\":256}", claims, "AAAA")),
                forgery("alg twice", claims -> raw("{\"alg\":\"RS256\",\"alg\":\"none\"}", claims, "")),
                forgery(
                        "RS256 without a signature",
                        claims -> raw("{\"alg\":\"RS256\",\"kid\":\"the-key\"}", claims, "")),
                forgery(
                        "RS256, a signature of zeros",
                        claims -> raw(
                                "{\"alg\":\"RS256\",\"kid\":\"the-key\"}",
                                claims,
                                Base64URL.encode(new byte[256]).toString())),
                forgery(
                        "ES256, a signature of zeros",
                        claims -> raw(
                                "{\"alg\":\"ES256\",\"kid\":\"the-key\"}",
                                claims,
                                Base64URL.encode(new byte[64]).toString())),
                forgery("HS256 with the public key (DER)", claims -> mac(claims, der)),
                forgery(
                        "HS256 with the public key (PEM)",
                        claims -> mac(claims, pem.getBytes(StandardCharsets.US_ASCII))),
                forgery(
                        "HS256 with the public key (JWK)",
                        claims -> mac(
                                claims, Entra.KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.US_ASCII))),
                forgery(
                        "HS256 with the modulus",
                        claims -> mac(claims, Entra.KEY.getModulus().decode())),
                forgery("a stranger's key of the same kid", claims -> signed(header(), claims)),
                forgery("a stranger's key in jwk", claims -> signed(header().jwk(STRANGERS.toPublicJWK()), claims)),
                forgery(
                        "a stranger's key at jku",
                        claims -> signed(header().jwkURL(URI.create("http://127.0.0.1:1/evil")), claims)),
                forgery(
                        "a stranger's key at x5u",
                        claims -> signed(header().x509CertURL(URI.create("http://127.0.0.1:1/evil")), claims)),
                forgery(
                        "a stranger's key in x5c",
                        claims -> signed(
                                header().x509CertChain(List.of(com.nimbusds.jose.util.Base64.encode("no certificate"))),
                                claims)),
                forgery("kid that is a path", claims -> signed(header().keyID("../../../../dev/null"), claims)),
                forgery("kid that is SQL", claims -> signed(header().keyID("x' UNION SELECT 'key"), claims)),
                forgery("kid that is huge", claims -> signed(header().keyID("k".repeat(20_000)), claims)),
                forgery(
                        "crit of something unknown, signed by the issuer",
                        claims -> signed(
                                header().criticalParams(Set.of("exp")).customParam("exp", 1), claims, Entra.KEY)),
                forgery("crit that is empty", claims -> raw("{\"alg\":\"RS256\",\"crit\":[]}", claims, "AAAA")),
                forgery(
                        "a token in a token",
                        claims -> signed(
                                header().type(JOSEObjectType.JWT).contentType("JWT"),
                                signed(header(), claims, Entra.KEY),
                                Entra.KEY)),
                forgery(
                        "claims twice, the last wrong, signed by the issuer",
                        claims -> signed(header(), claims.replaceFirst("}$", ",\"aud\":\"another\"}"), Entra.KEY)),
                forgery(
                        "claims twice, the first wrong, signed by the issuer",
                        claims -> signed(header(), claims.replaceFirst("^\\{", "{\"aud\":\"another\","), Entra.KEY)),
                forgery(
                        "claims nested beyond reason, signed by the issuer",
                        claims -> signed(
                                header(), claims.replaceFirst("}$", ",\"x\":" + "[".repeat(20_000) + "}"), Entra.KEY)),
                forgery(
                        "an encrypted token",
                        claims -> Base64URL.encode("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}")
                                + ".AAAA.AAAA.AAAA.AAAA"),
                forgery("five dots", claims -> "....."),
                forgery("a header that is no JSON", claims -> raw("alg=none", claims, "AAAA")),
                forgery("a header that is null", claims -> raw("null", claims, "AAAA")),
                forgery("claims that are null", claims -> raw("{\"alg\":\"RS256\"}", "null", "AAAA")),
                forgery(
                        "a header beyond reason",
                        claims -> raw("{\"alg\":\"RS256\",\"x\":\"" + "x".repeat(500_000) + "\"}", claims, "AAAA")));
    }

    private static Arguments forgery(String how, Forgery forgery) {
        return Arguments.of(how, forgery);
    }

    @Test
    void isNotMadeByChangingAGoodOne() {
        String good = Entra.signed(entra.claims(request).build());
        assertThat(exchange(good).idToken()).isNotNull();

        Fuzz.run(80, random -> {
            String mutated = Fuzz.mutated(good, random).replaceAll("[\"\\\\\\p{Cntrl}]", "");
            if (isSame(good, mutated)) {
                return;
            }
            try {
                Tokens tokens = exchange(mutated);
                assertThat(tokens.idToken()).as(mutated).isNull();
                assertThat(mutated).isEmpty();
            } catch (SignInException e) {
                assertThat(e.reason()).isEqualTo(Reason.PROTOCOL);
            }
        });
    }

    /** Base64 has several spellings of the same bytes. */
    private static boolean isSame(String one, String other) {
        String[] first = one.split("\\.", -1);
        String[] second = other.split("\\.", -1);
        return first.length == second.length
                && Stream.iterate(0, i -> i + 1)
                        .limit(first.length)
                        .allMatch(i ->
                                Arrays.equals(new Base64URL(first[i]).decode(), new Base64URL(second[i]).decode()));
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("the-key");
    }

    private static String signed(JWSHeader.Builder header, String claims) throws JOSEException {
        return signed(header, claims, STRANGERS);
    }

    private static String signed(JWSHeader.Builder header, String claims, RSAKey key) throws JOSEException {
        JWSSigner signer = new RSASSASigner(key);
        JWSObject jws = new JWSObject(header.build(), new Payload(claims));
        jws.sign(signer);
        return jws.serialize();
    }

    private static String mac(String claims, byte[] secret) throws JOSEException {
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("the-key").build(), new Payload(claims));
        jws.sign(new MACSigner(secret));
        return jws.serialize();
    }

    private static String raw(String header, String claims, String signature) {
        return Base64URL.encode(header) + "." + Base64URL.encode(claims) + "." + signature;
    }

    private Tokens exchange(String idToken) {
        entra.http.clear(Entra.TOKEN).json(Entra.TOKEN, 200, Entra.answer(idToken));
        return entra.tokenEndpoint(Entra.PUBLIC).exchange(new AuthorizationCode("canary-code"), request);
    }
}
