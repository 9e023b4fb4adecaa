package io.github.osdutoken.profile;

import io.github.osdutoken.ClientCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A PFX file's content: one private key with its certificate. */
final class PfxFile {

    private PfxFile() {}

    static ClientCertificate parse(byte[] content, String password) throws MalformedValueException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password.toCharArray());
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            if (keys.size() == 1
                    && store.getKey(keys.get(0), password.toCharArray()) instanceof PrivateKey key
                    && store.getCertificate(keys.get(0)) instanceof X509Certificate certificate) {
                return new ClientCertificate(certificate, key);
            }
            throw new MalformedValueException("It has " + (keys.isEmpty() ? "no" : keys.size())
                    + " private keys with a certificate: export one, with its private key.");
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException(e.getMessage() + " Use the file that belongs to the application.");
        } catch (UnrecoverableKeyException e) {
            throw new MalformedValueException(CertificateFile.WRONG_PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new MalformedValueException(
                    "It cannot be opened by this JVM (" + e.getClass().getSimpleName() + ").");
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new MalformedValueException(
                        password.isEmpty() ? CertificateFile.NO_PASSWORD : CertificateFile.WRONG_PASSWORD);
            }
            throw new MalformedValueException("It is neither PEM nor PFX: export the certificate with its key.");
        }
    }
}
