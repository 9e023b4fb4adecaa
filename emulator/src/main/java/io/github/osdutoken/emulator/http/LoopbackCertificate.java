package io.github.osdutoken.emulator.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server certificate for this machine's loopback names, and the certificate authority that was made to sign it. The
 * authority's key is thrown away with the folder it was made in, so that trusting the authority trusts this server only.
 *
 * <p>The JDK can make certificates with its {@code keytool} only; a library would come to every user's test class path.
 *
 * @param context what a server presents the certificate with
 * @param authority the authority's certificate, for clients to trust
 */
public record LoopbackCertificate(SSLContext context, X509Certificate authority) {

    private static final String PASSWORD_VARIABLE = "OSDU_EMULATOR_KEYTOOL";
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final int SECONDS = 60;

    /**
     * Make both, valid for 30 days.
     *
     * @throws IllegalStateException if this JVM's home has no {@code keytool}, or it fails
     */
    public static LoopbackCertificate make() {
        String password = UUID.randomUUID().toString();
        try {
            Path folder = Files.createTempDirectory("osdu-emulator-");
            try {
                return read(made(folder, password), password.toCharArray());
            } finally {
                Files.deleteIfExists(folder.resolve("log"));
                Files.deleteIfExists(folder.resolve("keys"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The emulator could not make a certificate: " + e.getMessage()
                            + ". It needs the keytool of a JDK or JRE; without it, serve http.",
                    e);
        }
    }

    private static Path made(Path folder, String password) throws IOException {
        keytool(
                folder,
                password,
                List.of("-alias", AUTHORITY, "-dname", "CN=osdu-token emulator (throw-away)"),
                List.of("-ext", "bc:critical=ca:true,pathlen:0", "-ext", "ku:critical=keyCertSign"));
        keytool(
                folder,
                password,
                List.of("-alias", SERVER, "-signer", AUTHORITY, "-dname", "CN=localhost"),
                List.of(
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1,ip:::1",
                        "-ext",
                        "ku:critical=digitalSignature",
                        "-ext",
                        "eku=serverAuth"));
        return folder.resolve("keys");
    }

    private static void keytool(Path folder, String password, List<String> whose, List<String> extensions)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                folder.resolve("keys").toString(),
                "-storepass:env",
                PASSWORD_VARIABLE));
        command.addAll(whose);
        command.addAll(extensions);
        Path log = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("keytool took more than " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(Files.readString(log).strip());
        }
    }

    private static LoopbackCertificate read(Path keys, char[] password) throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance(keys.toFile(), password);
        Key key = made.getKey(SERVER, password);
        KeyStore served = KeyStore.getInstance("PKCS12");
        served.load(null, null);
        served.setKeyEntry(SERVER, key, password, made.getCertificateChain(SERVER));
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(served, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), null, null);
        return new LoopbackCertificate(context, (X509Certificate) made.getCertificate(AUTHORITY));
    }
}
