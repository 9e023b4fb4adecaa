package io.github.osdutoken.profile;

import io.github.osdutoken.ClientCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file with a client's certificate and private key: PEM (RFC 7468) or PFX (PKCS #12, RFC 7292). */
final class CertificateFile {

    static final String WRONG_PASSWORD = "Its password is wrong: correct osdu.client-certificate-password.";
    static final String NO_PASSWORD = "It is protected by a password: set osdu.client-certificate-password.";

    // A chain and a key have some ten kilobytes; more is the wrong file, and may be endless.
    private static final int MAX_BYTES = 1024 * 1024;

    private CertificateFile() {}

    /**
     * Read the certificate, which must be valid now.
     *
     * @param password the file's password, or {@code null}
     * @throws MalformedValueException if there is no usable certificate in it; the message has nothing of its content
     */
    static ClientCertificate read(Path path, @Nullable String password) throws MalformedValueException {
        byte[] content = content(path);
        boolean pem = new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
        ClientCertificate read =
                pem ? PemFile.parse(content, password) : PfxFile.parse(content, password == null ? "" : password);
        X509Certificate certificate = read.certificate();
        Instant now = Instant.now();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new MalformedValueException("Its certificate expired at "
                    + certificate.getNotAfter().toInstant() + ": make a new one and register it with the application.");
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new MalformedValueException("Its certificate is valid from "
                    + certificate.getNotBefore().toInstant()
                    + " only: wait until then, or correct this machine's clock.");
        }
        return read;
    }

    private static byte[] content(Path path) throws MalformedValueException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new MalformedValueException("It is larger than 1 MiB, which no certificate is.");
            }
            return bytes;
        } catch (IOException e) {
            throw new MalformedValueException("It cannot be read: " + e.getMessage() + ".");
        }
    }
}
