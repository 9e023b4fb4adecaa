package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.osdutoken.Client;
import io.github.osdutoken.ClientCertificate;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Keytool;
import io.github.osdutoken.RefreshToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientAuthenticationTests {

    @TempDir
    private static Path made;

    private static ClientCertificate certificate;
    private static Client client;

    private final Entra entra = new Entra();

    ClientAuthenticationTests() throws IOException {}

    @BeforeAll
    static void make() {
        certificate = Keytool.read(Keytool.pfx(made.resolve("client.pfx")));
        client = new Client(Entra.CLIENT_ID, certificate, URI.create("http://localhost:8080"), Entra.SCOPE);
    }

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void signsAnAssertionAsEntraIdWantsIt() throws Exception {
        entra.http.json(Entra.TOKEN, 200, Entra.answer(null));

        entra.tokenEndpoint(client)
                .exchange(new AuthorizationCode("canary-code"), new AuthorizationRequest(entra.server(), client));

        Map<String, String> form = entra.http.received(Entra.TOKEN).get(0).form();
        assertThat(form)
                .containsOnlyKeys(
                        "grant_type",
                        "code",
                        "redirect_uri",
                        "code_verifier",
                        "scope",
                        "client_id",
                        "client_assertion_type",
                        "client_assertion")
                .containsEntry("client_id", Entra.CLIENT_ID)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
        assertThat(assertion.verify(new RSASSAVerifier(
                        (RSAPublicKey) certificate.certificate().getPublicKey())))
                .isTrue();
        JWSHeader header = assertion.getHeader();
        assertThat(header.toJSONObject())
                .containsOnly(
                        Map.entry("alg", "PS256"),
                        Map.entry("typ", "JWT"),
                        Map.entry(
                                "x5t#S256",
                                Base64URL.encode(MessageDigest.getInstance("SHA-256")
                                                .digest(certificate
                                                        .certificate()
                                                        .getEncoded()))
                                        .toString()));
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        assertThat(claims.getClaims()).containsOnlyKeys("iss", "sub", "aud", "jti", "iat", "nbf", "exp");
        assertThat(claims.getIssuer()).isEqualTo(Entra.CLIENT_ID).isEqualTo(claims.getSubject());
        assertThat(claims.getAudience())
                .containsExactly(entra.server().tokenEndpoint().toString());
        assertThat(claims.getNotBeforeTime()).isEqualTo(Date.from(Entra.NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(Entra.NOW.plusSeconds(300)));
    }

    @Test
    void signsAnewForEachAttempt() throws Exception {
        entra.http.answer(Entra.TOKEN, 503, "text/plain", "busy", Map.of()).json(Entra.TOKEN, 200, Entra.answer(null));

        entra.tokenEndpoint(client).refresh(new RefreshToken("canary-refresh-token"));

        List<String> ids = entra.http.received(Entra.TOKEN).stream()
                .map(post -> jwtId(post.form().getOrDefault("client_assertion", "")))
                .toList();
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void signsWithRs256WhereTheServerKnowsNoPs256() throws Exception {
        assertThat(algorithm(Set.of("ES256", "RS256"))).isEqualTo("RS256");
        assertThat(algorithm(Set.of("RS256", "PS256"))).isEqualTo("PS256");
        assertThat(algorithm(Set.of("ES256"))).isEqualTo("PS256");
    }

    @Test
    void sendsASecretInTheHeaderWhereTheServerDoesNotSayThatItReadsTheBody() {
        entra.http.json(Entra.TOKEN, 200, Entra.answer(null));
        Client secretive = new Client("an id", new ClientSecret("s: ü"), URI.create("http://localhost"), "openid");

        for (Set<String> methods : List.of(Set.<String>of(), Set.of("client_secret_basic", "private_key_jwt"))) {
            entra.tokenEndpoint(server(new ServerFeatures(methods, Set.of(), false)), secretive, null)
                    .refresh(new RefreshToken("canary-refresh-token"));
        }

        assertThat(entra.http.received(Entra.TOKEN)).hasSize(2).allSatisfy(post -> {
            assertThat(post.form()).containsOnlyKeys("grant_type", "refresh_token", "scope");
            assertThat(post.authorization()).startsWith("Basic ");
            // RFC 6749, section 2.3.1: both halves are form-encoded first.
            assertThat(new String(
                            Base64.getDecoder().decode(post.authorization().substring("Basic ".length())),
                            StandardCharsets.UTF_8))
                    .isEqualTo("an+id:s%3A+%C3%BC");
        });
    }

    private String algorithm(Set<String> supported) throws Exception {
        AuthorizationServer server = server(new ServerFeatures(Set.of(), supported, false));
        return ClientAssertion.sign("app", certificate, server, Entra.NOW)
                .getClientAssertion()
                .getHeader()
                .getAlgorithm()
                .getName();
    }

    private AuthorizationServer server(ServerFeatures features) {
        AuthorizationServer server = entra.server();
        return new AuthorizationServer(
                server.issuer(), server.authorizationEndpoint(), server.tokenEndpoint(), server.jwksUri(), features);
    }

    private static String jwtId(String assertion) {
        try {
            return SignedJWT.parse(assertion).getJWTClaimsSet().getJWTID();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }
}
