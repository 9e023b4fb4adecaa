package io.github.osdutoken.systemtests;

import io.github.osdutoken.AuthorizationAnswer;
import io.github.osdutoken.SignInOptions;
import io.github.osdutoken.TraceMode;
import io.github.osdutoken.UserAgent;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** An emulator over HTTPS, who trusts its throw-away authority, and a browser that does. */
final class HttpsEmulator implements AutoCloseable {

    /** Nothing listens there: the code is read from the browser. */
    static final String REDIRECT_URI = "http://localhost:9";

    private final Emulator emulator;
    private final X509Certificate authority;
    private final Path folder;

    HttpsEmulator(EmulatorBuilder builder) throws Exception {
        emulator = builder.https().start();
        authority = Objects.requireNonNull(emulator.certificateAuthority());
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "https");
        Files.writeString(
                caFile(),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Path database = Files.createDirectories(folder.resolve(".pki").resolve("nssdb"));
        certutil("-N", "-d", "sql:" + database, "--empty-password");
        certutil("-A", "-d", "sql:" + database, "-t", "C,,", "-n", "osdu-emulator", "-i", caFile().toString());
    }

    Emulator emulator() {
        return emulator;
    }

    /** Return the authority's certificate as PEM. */
    Path caFile() {
        return folder.resolve("ca.pem").toAbsolutePath();
    }

    /** Return the address clients call authority. */
    String tenant() {
        return emulator.authority() + "/" + emulator.tenantId();
    }

    String scope() {
        return emulator.clientId() + "/.default";
    }

    /** Return what makes a JVM's connections trust it. */
    SSLSocketFactory sockets() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** Sign a user in at a client's authorization request. */
    AuthorizationAnswer authorize(String name, String request) throws IOException {
        SignInOptions options = new SignInOptions(
                Set.of(),
                false,
                false,
                null,
                browser().toString(),
                true,
                null,
                Duration.ofMinutes(5),
                TraceMode.OFF,
                null);
        return UserAgent.of(TenantUser.of(emulator, name).with(options).profile())
                .authorize(URI.create(request));
    }

    /** Chromium trusts whom the certificate database in its user's home says. */
    private Path browser() throws IOException {
        Path wrapper = folder.resolve("chromium").toAbsolutePath();
        if (!Files.exists(wrapper)) {
            Files.createFile(
                    wrapper, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(
                    wrapper,
                    "#!/bin/sh\nHOME=" + folder.toAbsolutePath() + " exec " + Programs.find("chromium", "google-chrome")
                            + " \"$@\"\n");
        }
        return wrapper;
    }

    private static void certutil(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(arguments);
        builder.command().add(0, Programs.find("certutil").toString());
        Process process = builder.inheritIO().start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("certutil failed");
        }
    }

    @Override
    public void close() {
        emulator.close();
    }
}
