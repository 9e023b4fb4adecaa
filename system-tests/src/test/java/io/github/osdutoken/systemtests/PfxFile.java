package io.github.osdutoken.systemtests;

import io.github.osdutoken.ClientCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;

/** A client's certificate and key in a PFX file, made by the JDK's keytool. */
record PfxFile(Path path) {

    static final String FILE_PASSWORD = "Pfx&Canary-1";

    static PfxFile make(Path path) throws Exception {
        Files.deleteIfExists(path);
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
                        "CN=osdu tests",
                        "-storepass",
                        FILE_PASSWORD,
                        "-keystore",
                        path.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            keytool.destroyForcibly();
            throw new AssertionError("keytool failed");
        }
        return new PfxFile(path.toAbsolutePath());
    }

    ClientCertificate read() throws Exception {
        KeyStore store = KeyStore.getInstance(path.toFile(), FILE_PASSWORD.toCharArray());
        return new ClientCertificate((X509Certificate) store.getCertificate("client"), (PrivateKey)
                store.getKey("client", FILE_PASSWORD.toCharArray()));
    }
}
