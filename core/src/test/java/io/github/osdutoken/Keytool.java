package io.github.osdutoken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Certificates as users have them: made by the JDK's own keytool, which knows nothing of us. */
public final class Keytool {

    public static final String PASSWORD = "pfx-password";

    private static final List<String> COMMAND = List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-J-XX:TieredStopAtLevel=1",
            "-genkeypair",
            "-alias",
            "client",
            "-dname",
            "CN=osdu tests",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore");

    private Keytool() {}

    /** Make a PFX file with an RSA key and a certificate that is valid for a month. */
    public static Path pfx(Path file) {
        return pfx(file, "-keyalg", "RSA", "-keysize", "2048", "-validity", "30");
    }

    /** Make a PFX file with keytool's own options. */
    public static Path pfx(Path file, String... options) {
        List<String> command = new ArrayList<>(COMMAND);
        command.add(file.toString());
        command.addAll(List.of(options));
        try {
            Path log = Files.createTempFile(file.toAbsolutePath().getParent(), "keytool", ".log");
            Process keytool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                keytool.destroyForcibly();
                throw new AssertionError("keytool failed: " + Files.readString(log));
            }
            return file;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("keytool failed", e);
        }
    }

    /** Read a PFX file that was made here. */
    public static ClientCertificate read(Path pfx) {
        try {
            KeyStore store = KeyStore.getInstance(pfx.toFile(), PASSWORD.toCharArray());
            return new ClientCertificate((X509Certificate) store.getCertificate("client"), (PrivateKey)
                    store.getKey("client", PASSWORD.toCharArray()));
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Write a block of a PEM file. */
    public static String pem(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
