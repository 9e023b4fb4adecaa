package io.github.osdutoken.profile;

import io.github.osdutoken.ClientCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** A PEM file's content: a private key (PKCS #8, plain or encrypted) and its certificate, in any order, with others. */
final class PemFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String PBES2 = "1.2.840.113549.1.5.13";

    private PemFile() {}

    static ClientCertificate parse(byte[] content, @Nullable String password) throws MalformedValueException {
        List<X509Certificate> certificates = new ArrayList<>();
        PrivateKey key = null;
        Matcher block = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (block.find()) {
            String label = block.group(1);
            if (label.equals("CERTIFICATE")) {
                certificates.add(certificate(decode(block.group(2))));
            } else if (label.endsWith("PRIVATE KEY")) {
                key = key(label, block.group(2), password);
            }
        }
        if (certificates.isEmpty()) {
            throw new MalformedValueException("It has no certificate: add the one that is registered, also as PEM.");
        }
        if (key == null) {
            throw new MalformedValueException("It has no private key: add the certificate's own, also as PEM.");
        }
        return pair(certificates, key);
    }

    /** A chain may be in the file; the client's own certificate is the one that the key belongs to. */
    private static ClientCertificate pair(List<X509Certificate> certificates, PrivateKey key)
            throws MalformedValueException {
        X509Certificate own = certificates.stream()
                .filter(one -> one.getPublicKey() instanceof RSAKey certified
                        && key instanceof RSAKey ours
                        && ours.getModulus().equals(certified.getModulus()))
                .findFirst()
                .orElse(certificates.get(0));
        try {
            return new ClientCertificate(own, key);
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException(e.getMessage() + " Put the key and its own certificate into the file.");
        }
    }

    private static X509Certificate certificate(byte[] der) throws MalformedValueException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new MalformedValueException("Its certificate is damaged: export it anew.");
        }
    }

    private static PrivateKey key(String label, String body, @Nullable String password) throws MalformedValueException {
        return switch (label) {
            case "PRIVATE KEY" -> rsa(new PKCS8EncodedKeySpec(decode(body)));
            case "ENCRYPTED PRIVATE KEY" -> {
                if (password == null) {
                    throw new MalformedValueException(CertificateFile.NO_PASSWORD);
                }
                yield rsa(decrypted(decode(body), password));
            }
            default ->
                throw new MalformedValueException("Its private key is in OpenSSL's old form '" + label
                        + "': replace it by what 'openssl pkcs8 -topk8 -in <file>' prints.");
        };
    }

    private static PrivateKey rsa(PKCS8EncodedKeySpec encoded) throws MalformedValueException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (GeneralSecurityException e) {
            throw new MalformedValueException("Its private key is not an RSA key: only RSA is accepted.");
        }
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] der, String password) throws MalformedValueException {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            AlgorithmParameters parameters = info.getAlgParameters();
            String name = info.getAlgName();
            // PBES2 is a family; its parameters print the name of the member, such as PBEWithHmacSHA256AndAES_256.
            String algorithm = name.equals("PBES2") || name.equals(PBES2) ? String.valueOf(parameters) : name;
            SecretKey key =
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray()));
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, key, parameters);
            return info.getKeySpec(cipher);
        } catch (InvalidKeySpecException e) {
            throw new MalformedValueException(
                    password.chars().allMatch(c -> c < 128)
                            ? CertificateFile.WRONG_PASSWORD
                            : "Its password is wrong, or this Java does not take its characters beyond ASCII: correct"
                                    + " osdu.client-certificate-password, or use a PFX file.");
        } catch (GeneralSecurityException | IOException e) {
            throw new MalformedValueException(
                    "Its private key is encrypted in a way that Java does not know: encrypt it with"
                            + " 'openssl pkcs8 -topk8 -v2 aes256 -in <file>', or use a PFX file.");
        }
    }

    private static byte[] decode(String body) throws MalformedValueException {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException("It is not PEM throughout: export the certificate and the key anew.");
        }
    }
}
