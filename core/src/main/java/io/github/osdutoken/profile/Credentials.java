package io.github.osdutoken.profile;

import io.github.osdutoken.ClientCertificate;
import io.github.osdutoken.ClientCredential;
import io.github.osdutoken.ClientSecret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the client proves itself with: a secret, a certificate or nothing. */
final class Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final Values values;
    private final FileNames fileNames;

    Credentials(Values values, FileNames fileNames) {
        this.values = values;
        this.fileNames = fileNames;
    }

    @Nullable
    ClientCredential read() {
        refuseBoth();
        refusePasswordOfNothing();
        warnOfStraySecret();
        Optional<ClientCertificate> certificate = values.read(
                Setting.CLIENT_CERTIFICATE,
                text -> CertificateFile.read(
                        fileNames.file(text),
                        values.text(Setting.CLIENT_CERTIFICATE_PASSWORD).orElse(null)));
        return certificate
                .<ClientCredential>map(one -> one)
                .or(() -> values.text(Setting.CLIENT_SECRET).map(ClientSecret::new))
                .orElse(null);
    }

    private void refuseBoth() {
        values.find(Setting.CLIENT_SECRET)
                .ifPresent(secret -> values.find(Setting.CLIENT_CERTIFICATE)
                        .ifPresent(certificate -> values.problems()
                                .add(
                                        Setting.CLIENT_CERTIFICATE,
                                        "osdu.client-secret is set by " + secret.source()
                                                + ", and osdu.client-certificate by " + certificate.source()
                                                + ". A client has one of the two.",
                                        "Unset " + secret.name() + " or " + certificate.name()
                                                + ": a refused one spends the authorization code, so the other cannot"
                                                + " be tried after it.")));
    }

    /** The file's name was forgotten or misspelt: without this, the client would pass for a public one. */
    private void refusePasswordOfNothing() {
        values.find(Setting.CLIENT_CERTIFICATE_PASSWORD)
                .filter(password -> !values.isGiven(Setting.CLIENT_CERTIFICATE))
                .ifPresent(password -> values.problems()
                        .add(
                                Setting.CLIENT_CERTIFICATE_PASSWORD,
                                "osdu.client-certificate-password is set by " + password.source()
                                        + ", but osdu.client-certificate is not set.",
                                "Name the file with osdu.client-certificate, or unset " + password.name() + "."));
    }

    private void warnOfStraySecret() {
        // The pair often belongs to the CI's own identity; Entra ID refuses a secret from a public client.
        boolean stray = values.find(Setting.CLIENT_SECRET)
                        .filter(s -> s.name().equals("AZURE_CLIENT_SECRET"))
                        .isPresent()
                && values.find(Setting.CLIENT_ID)
                        .filter(s -> !s.name().equals("AZURE_CLIENT_ID"))
                        .isPresent();
        if (stray) {
            LOG.warn("osdu.client-secret comes from AZURE_CLIENT_SECRET, but osdu.client-id does not come from"
                    + " AZURE_CLIENT_ID. If they do not belong together, unset AZURE_CLIENT_SECRET.");
        }
    }
}
