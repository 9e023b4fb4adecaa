package io.github.osdutoken;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;

/**
 * The certificate of a confidential client and its private key, with which the client signs who it is ({@code
 * private_key_jwt}; OpenID Connect Core, section 9; RFC 7523). The certificate is registered with the issuer, the key
 * never leaves this machine.
 *
 * @param certificate the registered certificate
 * @param privateKey the RSA key that belongs to it; Entra ID accepts no other kind
 * @since 0.1
 */
public record ClientCertificate(X509Certificate certificate, PrivateKey privateKey) implements ClientCredential {

    /**
     * Check that the two belong together.
     *
     * @throws IllegalArgumentException if the keys are not RSA's, or the private key is not the certificate's
     */
    public ClientCertificate {
        if (!(certificate.getPublicKey() instanceof RSAKey certified)) {
            throw new IllegalArgumentException("The certificate's key is of the kind "
                    + certificate.getPublicKey().getAlgorithm() + "; only RSA is accepted.");
        }
        if (!(privateKey instanceof RSAKey key) || !key.getModulus().equals(certified.getModulus())) {
            throw new IllegalArgumentException("The private key is not that of the certificate.");
        }
    }

    /** Say whose certificate it is and until when, without the key. */
    @Override
    public String toString() {
        return "ClientCertificate[" + certificate.getSubjectX500Principal() + ", until "
                + certificate.getNotAfter().toInstant() + "]";
    }
}
