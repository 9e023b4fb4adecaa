package io.github.osdutoken.cli.emulator;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What makes clients trust the emulator's certificate authority: a PEM file with it alone, and a trust store for Java with
 * it and all that this JVM trusts, since a JVM reads one trust store only.
 */
record TrustFiles(Path pem, Path trustStore) {

    /** Certificates are no secret, but without a password Java reads none of them. This one is Java's usual. */
    private static final String PASSWORD = "changeit";

    /**
     * Write both.
     *
     * @param wanted the PEM file; {@code null} for one in the folder
     * @param folder where what nobody named goes
     */
    static TrustFiles write(X509Certificate authority, @Nullable Path wanted, Path folder) {
        try {
            Path pem = wanted == null ? folder.resolve("ca.pem") : wanted.toAbsolutePath();
            TrustFiles files = new TrustFiles(pem, folder.resolve("ca.p12"));
            Files.writeString(files.pem, pem(authority));
            KeyStore store = trusted();
            store.setCertificateEntry("osdu-token-emulator", authority);
            try (OutputStream out = Files.newOutputStream(files.trustStore)) {
                store.store(out, PASSWORD.toCharArray());
            }
            return files;
        } catch (IOException | GeneralSecurityException e) {
            throw SignInException.of(
                    Reason.CONFIGURATION,
                    "Writing the emulator's certificate authority",
                    e.getClass().getSimpleName() + ": " + e.getMessage() + ".",
                    "Name a file with --ca-file, in a folder that exists and that you may write to.");
        }
    }

    /** Return the environment variables by which clients find them. */
    Map<String, String> variables(Map<String, String> environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("NODE_EXTRA_CA_CERTS", pem.toString());
        variables.put("REQUESTS_CA_BUNDLE", pem.toString());
        String others = environment.getOrDefault("JAVA_TOOL_OPTIONS", "");
        String ours = String.join(
                " ",
                "-Djavax.net.ssl.trustStore=" + trustStore,
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
        variables.put("JAVA_TOOL_OPTIONS", (others + " " + ours).strip());
        return variables;
    }

    /** Return what to tell those whose clients read none of the variables. */
    List<String> explain() {
        return List.of(
                "Its authority's certificate, for other clients: " + pem,
                "Chromium on Linux has its own list: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n osdu-emulator -i "
                        + pem);
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    private static KeyStore trusted() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                int number = 0;
                for (X509Certificate anchor : trust.getAcceptedIssuers()) {
                    store.setCertificateEntry("jvm-" + number++, anchor);
                }
            }
        }
        return store;
    }
}
