package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.ClientCertificate;
import io.github.osdutoken.ClientCredential;
import io.github.osdutoken.Keytool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificateTests {

    private static final String FAILED = "Reading the sign-in configuration failed: ";

    @TempDir
    private static Path made;

    private static Path pfx;
    private static ClientCertificate expected;
    private static ClientCertificate another;
    private static String certificate;
    private static String key;

    @TempDir
    private Path directory;

    @BeforeAll
    static void make() throws GeneralSecurityException {
        pfx = Keytool.pfx(made.resolve("client.pfx"));
        expected = Keytool.read(pfx);
        another = Keytool.read(Keytool.pfx(made.resolve("another.pfx")));
        certificate = pem(expected.certificate());
        key = Keytool.pem("PRIVATE KEY", expected.privateKey().getEncoded());
    }

    @Test
    void readsAPfxFile() {
        assertThat(given(pfx)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", Keytool.PASSWORD)
                        .load()
                        .client()
                        .credential())
                .isEqualTo(expected);
    }

    @Test
    void readsThePasswordFromAFileAndTheNamesAzuresToolsUse() {
        assertThat(Given.user(directory)
                        .variable("AZURE_CLIENT_CERTIFICATE_PATH", pfx.toString())
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD_FILE", "password")
                        .file("password", Keytool.PASSWORD + "\n")
                        .load()
                        .client()
                        .credential())
                .isEqualTo(expected);
        assertThat(Given.user(directory)
                        .variable("AZURE_CLIENT_CERTIFICATE_PATH", pfx.toString())
                        .variable("AZURE_CLIENT_CERTIFICATE_PASSWORD", Keytool.PASSWORD)
                        .load()
                        .client()
                        .credential())
                .isEqualTo(expected);
    }

    @Test
    void readsAPemFileInAnyOrderWithOtherCertificatesInIt() throws Exception {
        assertThat(credential("Bag Attributes\n" + key + certificate)).isEqualTo(expected);
        assertThat(credential(pem(another.certificate()) + certificate + key)).isEqualTo(expected);
        assertThat(credential((certificate + key).replace("\n", "\r\n"))).isEqualTo(expected);
    }

    @Test
    void readsAnEncryptedKey() throws Exception {
        String encrypted = encrypted(expected.privateKey(), "pem-password", "PBEWithHmacSHA256AndAES_256");

        assertThat(pem(encrypted + certificate)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", "pem-password")
                        .load()
                        .client()
                        .credential())
                .isEqualTo(expected);
        assertThat(pem(encrypted(expected.privateKey(), "p", "PBEWithSHA1AndDESede") + certificate)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", "p")
                        .load()
                        .client()
                        .credential())
                .isEqualTo(expected);
        assertThat(pem(encrypted + certificate)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", "another")
                        .failure())
                .endsWith("Its password is wrong: correct osdu.client-certificate-password.");
        assertThat(pem(encrypted + certificate).failure())
                .endsWith("It is protected by a password: set osdu.client-certificate-password.");
    }

    @Test
    void tellsAWrongPasswordFromAMissingOneOfAPfxFile() {
        String found = FAILED + "osdu.client-certificate is '" + pfx + "', set by the environment variable"
                + " OSDU_CLIENT_CERTIFICATE. ";

        assertThat(given(pfx).failure())
                .isEqualTo(found + "It is protected by a password: set osdu.client-certificate-password.");
        assertThat(given(pfx)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", "wrong")
                        .failure())
                .isEqualTo(found + "Its password is wrong: correct osdu.client-certificate-password.");
    }

    @Test
    void saysWhatIsMissingInAPemFile() throws Exception {
        assertThat(pem(certificate).failure())
                .endsWith("It has no private key: add the certificate's own, also as PEM.");
        assertThat(pem(key).failure()).endsWith("It has no certificate: add the one that is registered, also as PEM.");
        assertThat(pem(key + pem(another.certificate())).failure())
                .endsWith("The private key is not that of the certificate. Put the key and its own certificate into"
                        + " the file.");
        assertThat(pem(certificate + key.replaceFirst("\n.{8}", "\n????????")).failure())
                .endsWith("only RSA is accepted.");
        assertThat(pem(certificate + Keytool.pem("RSA PRIVATE KEY", new byte[] {1}))
                        .failure())
                .endsWith(
                        "Its private key is in OpenSSL's old form 'RSA PRIVATE KEY': replace it by what 'openssl pkcs8"
                                + " -topk8 -in <file>' prints.");
        assertThat(pem(Keytool.pem("CERTIFICATE", new byte[] {1}) + key).failure())
                .endsWith("Its certificate is damaged: export it anew.");
    }

    @Test
    void refusesAFileThatIsNoneOrSomethingElse() {
        assertThat(given(directory.resolve("nowhere.pem")).failure())
                .endsWith(
                        "Name a file that exists and can be read; " + directory.resolve("nowhere.pem") + " does not.");
        assertThat(Given.user(directory)
                        .variable("OSDU_CLIENT_CERTIFICATE", "text")
                        .file("text", "thumbprint 1234")
                        .failure())
                .endsWith("It is neither PEM nor PFX: export the certificate with its key.");
    }

    @Test
    void refusesACertificateThatHasExpiredAndSaysWhen() {
        Path old = Keytool.pfx(
                made.resolve("old.pfx"), "-keyalg", "RSA", "-keysize", "2048", "-startdate", "-3d", "-validity", "1");
        String until = Keytool.read(old).certificate().getNotAfter().toInstant().toString();

        assertThat(given(old)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", Keytool.PASSWORD)
                        .failure())
                .endsWith("Its certificate expired at " + until
                        + ": make a new one and register it with the application.");
    }

    @Test
    void refusesAnEllipticCurve() {
        Path curve = Keytool.pfx(made.resolve("ec.pfx"), "-keyalg", "EC", "-groupname", "secp256r1");

        assertThat(given(curve)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", Keytool.PASSWORD)
                        .failure())
                .endsWith("The certificate's key is of the kind EC; only RSA is accepted. Use the file that belongs to"
                        + " the application.");
    }

    @Test
    void refusesASecretBesideACertificate() {
        assertThat(given(pfx)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", Keytool.PASSWORD)
                        .variable("CLIENT_SECRET", "s-1")
                        .failure())
                .isEqualTo(FAILED + "osdu.client-secret is set by the environment variable CLIENT_SECRET, and"
                        + " osdu.client-certificate by the environment variable OSDU_CLIENT_CERTIFICATE. A client has"
                        + " one of the two. Unset CLIENT_SECRET or OSDU_CLIENT_CERTIFICATE: a refused one spends the"
                        + " authorization code, so the other cannot be tried after it.");
    }

    @Test
    void refusesAPasswordOfNoFile() {
        assertThat(Given.user(directory)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", "canary")
                        .failure())
                .isEqualTo(FAILED + "osdu.client-certificate-password is set by the environment variable"
                        + " OSDU_CLIENT_CERTIFICATE_PASSWORD, but osdu.client-certificate is not set. Name the file with"
                        + " osdu.client-certificate, or unset OSDU_CLIENT_CERTIFICATE_PASSWORD.");
    }

    @Test
    void aProfilesOwnCredentialTakesThePlaceOfTheInheritedOne() {
        assertThat(given(pfx)
                        .variable("OSDU_CLIENT_CERTIFICATE_PASSWORD", Keytool.PASSWORD)
                        .variable("OSDU_PROFILE_OTHER_CLIENT_SECRET", "s-1")
                        .load("other")
                        .client()
                        .secret())
                .isNotNull();
        assertThat(Given.user(directory)
                        .variable("OSDU_CLIENT_SECRET", "s-1")
                        .variable("OSDU_PROFILE_OTHER_CLIENT_CERTIFICATE", pfx.toString())
                        .variable("OSDU_PROFILE_OTHER_CLIENT_CERTIFICATE_PASSWORD", Keytool.PASSWORD)
                        .load("other")
                        .client()
                        .credential())
                .isEqualTo(expected);
    }

    @Test
    void printsNothingOfTheKey() {
        assertThat(expected)
                .hasToString("ClientCertificate[CN=osdu tests, until "
                        + expected.certificate().getNotAfter().toInstant() + "]");
    }

    private Given given(Path file) {
        return Given.user(directory).variable("OSDU_CLIENT_CERTIFICATE", file.toString());
    }

    private Given pem(String content) throws Exception {
        return given(Files.writeString(directory.resolve("client.pem"), content, StandardCharsets.US_ASCII));
    }

    private @Nullable ClientCredential credential(String content) throws Exception {
        return pem(content).load().client().credential();
    }

    private static String pem(Certificate one) throws GeneralSecurityException {
        return Keytool.pem("CERTIFICATE", one.getEncoded());
    }

    private static String encrypted(PrivateKey key, String password, String algorithm) throws Exception {
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())));
        // The JDK cannot name a member of the family PBES2, but reads it.
        AlgorithmParameters parameters =
                AlgorithmParameters.getInstance(algorithm.contains("Hmac") ? "PBES2" : algorithm);
        parameters.init(cipher.getParameters().getEncoded());
        return Keytool.pem(
                "ENCRYPTED PRIVATE KEY",
                new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key.getEncoded())).getEncoded());
    }
}
