package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdTokenCheckTests {

    private final Entra entra = new Entra();
    private final AuthorizationRequest request = new AuthorizationRequest(entra.server(), Entra.PUBLIC);

    IdTokenCheckTests() throws IOException {}

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void resolvesTheTenantTemplateByTheTokensTenant() {
        String template = entra.issuer().replace(Entra.TENANT, "{tenantid}");
        String idToken = Entra.signed(claims().build());

        assertThat(exchange(template, idToken).idToken()).isNotNull();
    }

    @Test
    void refusesAnotherIssuer() {
        refuses(
                claims().issuer("https://login.evil/t/v2.0"),
                "Its claim iss is https://login.evil/t/v2.0, where " + entra.issuer() + " is expected.");
    }

    @Test
    void refusesAnotherAudience() {
        refuses(
                claims().audience("another-client"),
                "Its claim aud is [another-client], where " + Entra.CLIENT_ID + " is expected.");
    }

    @Test
    void refusesAnotherAuthorizedParty() {
        refuses(
                claims().audience(List.of(Entra.CLIENT_ID, "another-client")).claim("azp", "another-client"),
                "Its claim azp is another-client, where " + Entra.CLIENT_ID + " is expected.");
    }

    @Test
    void refusesAnotherTenant() {
        refuses(
                claims().claim("tid", "00000000-2222-3333-4444-555555555555"),
                "Its claim tid is 00000000-2222-3333-4444-555555555555, where " + Entra.TENANT + " is expected.");
    }

    @Test
    void refusesAnotherNonceWithoutPrintingEither() {
        refuses(claims().claim("nonce", "canary"), "Its claim nonce is not the one that was sent.");
        refuses(claims().claim("nonce", null), "Its claim nonce is missing.");
    }

    @Test
    void refusesATenantThatIsNotAText() {
        refuses(claims().claim("tid", 7), "Its claim tid is not a text, where " + Entra.TENANT + " is expected.");
    }

    @Test
    void refusesATokenWithoutAnEnd() {
        refuses(claims().expirationTime(null), "Its claim exp is missing.");
    }

    @Test
    void refusesClaimsThatAreNotJson() throws JOSEException {
        JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload("canary"));
        jws.sign(new RSASSASigner(Entra.KEY));

        refuses(jws.serialize(), "Its claims cannot be read.");
    }

    @Test
    void refusesATokenWithoutSubject() {
        refuses(claims().subject(null), "Its claim sub is missing.");
    }

    @Test
    void refusesPastAndFutureTimesBeyondAMinute() {
        Instant past = Instant.parse("2020-01-01T00:00:00Z");
        Instant future = Instant.parse("2120-01-01T00:00:00Z");

        refusesMatching(
                claims().expirationTime(Date.from(past)),
                "Its claim exp is 2020-01-01T00:00:00Z, which is past; it is ");
        refusesMatching(
                claims().issueTime(Date.from(future)).expirationTime(Date.from(future.plusSeconds(1))),
                "Its claim iat is 2120-01-01T00:00:00Z, which is yet to come; it is ");
        refusesMatching(
                claims().notBeforeTime(Date.from(future)),
                "Its claim nbf is 2120-01-01T00:00:00Z, which is yet to come; it is ");

        Instant now = Instant.now();
        JWTClaimsSet skewed = claims().expirationTime(Date.from(now.minusSeconds(30)))
                .issueTime(Date.from(now.plusSeconds(30)))
                .notBeforeTime(Date.from(now.plusSeconds(30)))
                .build();
        assertThat(exchange(entra.issuer(), Entra.signed(skewed)).idToken()).isNotNull();
    }

    @Test
    void refusesAStrangersSignature() {
        String idToken = Entra.signed(claims().build(), Entra.key("the-key"));

        refuses(
                idToken,
                "Its signature (alg RS256) is not that of a key at "
                        + entra.server().jwksUri() + ".");
    }

    @Test
    void refusesAnUnsignedTokenAndOneSignedWithASecret() throws JOSEException {
        SignedJWT hmac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        hmac.sign(new MACSigner("a-client-secret-of-32-characters"));

        refuses(
                hmac.serialize(),
                "Its signature (alg HS256) is not that of a key at "
                        + entra.server().jwksUri() + ".");
        refuses(new PlainJWT(claims().build()).serialize(), "It is not signed.");
    }

    @Test
    void tellsMissingKeysFromABadSignature() {
        entra.http.clear(Entra.KEYS).answer(Entra.KEYS, 200, "text/html", "<html>", Map.of());

        failsToReadTheKeys(
                Reason.PROTOCOL,
                "The answer is text/html and not a JSON Web Key Set. Check osdu.issuer, and that no proxy or sign-in"
                        + " gateway answers in the server's place.");
    }

    @Test
    void asksForTheKeysAgainWhenTheyAreNotAvailable() {
        entra.http.clear(Entra.KEYS).answer(Entra.KEYS, 503, "text/plain", "busy", Map.of("Retry-After", "0"));

        failsToReadTheKeys(Reason.UNAVAILABLE, "The server answered 503 with text/plain. Run again in a few minutes.");
        assertThat(entra.http.received(Entra.KEYS)).hasSize(3);
        assertThat(entra.http.received(Entra.TOKEN)).hasSize(1);
    }

    private void failsToReadTheKeys(Reason reason, String message) {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> exchange(entra.issuer(), Entra.signed(claims().build())))
                .withMessage("Reading the issuer's keys at " + entra.server().jwksUri() + " failed: " + message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private JWTClaimsSet.Builder claims() {
        return entra.claims(request);
    }

    private void refuses(JWTClaimsSet.Builder claims, String found) {
        refuses(Entra.signed(claims.build()), found);
    }

    private void refuses(String idToken, String found) {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> exchange(entra.issuer(), idToken))
                .withMessage("Checking the ID token from " + entra.server().tokenEndpoint() + " failed: " + found
                        + " Check osdu.issuer, osdu.tenant-id and osdu.client-id, and this machine's clock; if all are"
                        + " right, do not trust the server.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
    }

    private void refusesMatching(JWTClaimsSet.Builder claims, String found) {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> exchange(entra.issuer(), Entra.signed(claims.build())))
                .withMessageContaining("failed: " + found);
    }

    private Tokens exchange(String issuer, String idToken) {
        entra.http.clear(Entra.TOKEN).json(Entra.TOKEN, 200, Entra.answer(idToken));
        return entra.tokenEndpoint(entra.server(issuer), Entra.PUBLIC, null)
                .exchange(new AuthorizationCode("canary-code"), request);
    }
}
