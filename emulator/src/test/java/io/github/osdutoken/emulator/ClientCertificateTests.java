package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a confidential client with a certificate must send, and what it is told when it does not. */
class ClientCertificateTests {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** The assertion is right, and only the refresh token beside it is not. */
    private static final int REFRESH_TOKEN_REFUSED = 70000;

    @TempDir
    private static Path folder;

    private static X509Certificate certificate;
    private static PrivateKey key;

    private static Emulator emulator;
    private static HttpSignIn client;

    @BeforeAll
    static void makeCertificate() throws Exception {
        File file = folder.resolve("client.pfx").toFile();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "client",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=tests",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance(file, "changeit".toCharArray());
        certificate = (X509Certificate) store.getCertificate("client");
        key = (PrivateKey) store.getKey("client", "changeit".toCharArray());
        emulator = Emulator.builder().clientCertificate(certificate).start();
        client = new HttpSignIn(emulator);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void takesAnAssertionInPlaceOfASecret() throws Exception {
        String code = client.signIn(client.request(), "editor").get("code");

        JsonNode answer = client.redeem(
                String.valueOf(code),
                "client_assertion_type",
                JWT_BEARER,
                "client_assertion",
                signed(header(), claims()));

        assertThat(answer.path("error_description").asText()).isEmpty();
        assertThat(SignedJWT.parse(answer.get("access_token").asText())
                        .getJWTClaimsSet()
                        .getStringClaim("azpacr"))
                .isEqualTo("2");
    }

    @Test
    void takesTheThumbprintAndTheAlgorithmOfOlderClientsAndTheTenantsDomain() throws Exception {
        @SuppressWarnings("deprecation")
        JWSHeader.Builder old = new JWSHeader.Builder(JWSAlgorithm.RS256).x509CertThumbprint(thumbprint("SHA-1"));

        assertThat(numberFor(signed(old, claims().audience(emulator.authority() + "/contoso.com/oauth2/v2.0/token"))))
                .isEqualTo(REFRESH_TOKEN_REFUSED);
    }

    @Test
    void takesTheThumbprintAsMsalForJavaWritesIt() throws Exception {
        String plain = Base64.getEncoder().encodeToString(thumbprint("SHA-256").decode());
        JWSHeader.Builder header =
                new JWSHeader.Builder(JWSAlgorithm.PS256).x509CertSHA256Thumbprint(new Base64URL(plain));

        assertThat(numberFor(signed(header, claims()))).isEqualTo(REFRESH_TOKEN_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "iss, another, 700021",
        "sub, another, 700021",
        "aud, https://login.microsoftonline.com/common/oauth2/v2.0/token, 700023",
        "jti, , 50027",
    })
    void refusesClaimsThatAreNotForThisEndpoint(String claim, String value, int number) throws Exception {
        assertThat(numberFor(signed(header(), claims().claim(claim, value)))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"-900, -600, 700024", "600, 900, 700024", "-200, -100, 70000"})
    void refusesTimesThatAreNotNow(long from, long until, int number) throws Exception {
        Instant now = Instant.now();

        assertThat(numberFor(signed(
                        header(),
                        claims().notBeforeTime(Date.from(now.plusSeconds(from)))
                                .expirationTime(Date.from(now.plusSeconds(until))))))
                .isEqualTo(number);
        assertThat(numberFor(signed(header(), claims().expirationTime(null)))).isEqualTo(700024);
    }

    @Test
    void refusesWhatTheRegisteredCertificateDidNotSign() throws Exception {
        assertThat(numberFor(signed(new JWSHeader.Builder(JWSAlgorithm.PS256), claims())))
                .isEqualTo(700027);
        assertThat(numberFor(signed(header().x509CertSHA256Thumbprint(Base64URL.encode("other")), claims())))
                .isEqualTo(700027);
        SignedJWT forged = new SignedJWT(header().build(), claims().build());
        forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        assertThat(numberFor(forged.serialize())).isEqualTo(700027);
        SignedJWT keyed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .x509CertSHA256Thumbprint(thumbprint("SHA-256"))
                        .build(),
                claims().build());
        keyed.sign(new MACSigner(certificate.getPublicKey().getEncoded()));
        assertThat(numberFor(keyed.serialize())).isEqualTo(50027);
        assertThat(numberFor("no.assertion")).isEqualTo(50027);
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        try (Emulator later = Emulator.builder()
                .clientCertificate(certificate)
                .clock(new AdjustableClock(certificate.getNotAfter().toInstant().plusSeconds(60)))
                .start()) {
            Instant now = certificate.getNotAfter().toInstant();
            String assertion = signed(
                    header(),
                    claims().audience(later.authority() + "/" + later.tenantId() + "/oauth2/v2.0/token")
                            .notBeforeTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(300))));

            assertThat(number(new HttpSignIn(later), form(assertion))).isEqualTo(700027);
        }
    }

    @Test
    void refusesOtherProofs() throws Exception {
        String assertion = signed(header(), claims());

        assertThat(number(client)).isEqualTo(7000218);
        assertThat(number(client, "client_secret", "secret")).isEqualTo(7000215);
        assertThat(number(client, "client_assertion", assertion)).isEqualTo(900144);
        assertThat(number(client, "client_assertion", assertion, "client_assertion_type", "jwt"))
                .isEqualTo(9002313);
        assertThat(number(
                        client,
                        "client_assertion",
                        assertion,
                        "client_assertion_type",
                        JWT_BEARER,
                        "client_secret",
                        "secret"))
                .isEqualTo(9002313);
        try (Emulator open = Emulator.start()) {
            assertThat(number(new HttpSignIn(open), form(assertion))).isEqualTo(700025);
        }
        try (Emulator secretive = Emulator.builder().clientSecret("secret").start()) {
            String foreign = signed(
                    header(),
                    claims().audience(secretive.authority() + "/" + secretive.tenantId() + "/oauth2/v2.0/token"));
            assertThat(number(new HttpSignIn(secretive), form(foreign))).isEqualTo(700027);
        }
    }

    private static int numberFor(String assertion) throws IOException, InterruptedException {
        return number(client, form(assertion));
    }

    private static String[] form(String assertion) {
        return new String[] {"client_assertion_type", JWT_BEARER, "client_assertion", assertion};
    }

    private static int number(HttpSignIn client, String... proof) throws IOException, InterruptedException {
        String[] all = new String[proof.length + 4];
        System.arraycopy(proof, 0, all, 0, proof.length);
        System.arraycopy(
                new String[] {"grant_type", "refresh_token", "refresh_token", "none"}, 0, all, proof.length, 4);
        return HttpSignIn.JSON
                .readTree(client.token(all).body())
                .at("/error_codes/0")
                .asInt();
    }

    private static JWSHeader.Builder header() throws Exception {
        return new JWSHeader.Builder(JWSAlgorithm.PS256).x509CertSHA256Thumbprint(thumbprint("SHA-256"));
    }

    private static Base64URL thumbprint(String digest) throws Exception {
        return Base64URL.encode(MessageDigest.getInstance(digest).digest(certificate.getEncoded()));
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(emulator.clientId())
                .subject(emulator.clientId())
                .audience(emulator.authority() + "/" + emulator.tenantId() + "/oauth2/v2.0/token")
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT assertion = new SignedJWT(header.build(), claims.build());
        assertion.sign(new RSASSASigner(key));
        return assertion.serialize();
    }
}
