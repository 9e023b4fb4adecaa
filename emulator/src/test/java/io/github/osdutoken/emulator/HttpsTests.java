package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** The emulator over TLS, and who trusts it. */
class HttpsTests {

    @Test
    void isReachedByWhoTrustsItsAuthorityAndNobodyElse() throws Exception {
        try (Emulator emulator = Emulator.builder().https().start()) {
            URI discovery = URI.create(emulator.issuer() + "/.well-known/openid-configuration");
            X509Certificate authority = Objects.requireNonNull(emulator.certificateAuthority());
            HttpClient trusting = trusting(authority);

            HttpResponse<String> metadata = get(trusting, discovery);
            assertThat(metadata.statusCode()).isEqualTo(200);
            assertThat(metadata.body()).contains("\"https://127.0.0.1:").doesNotContain("http://");
            // What it says of its own address, as the file service does, has the scheme it was called by.
            HttpRequest call = HttpRequest.newBuilder(URI.create(emulator.address() + "/api/file/v2/files/uploadURL"))
                    .header("Authorization", "Bearer x")
                    .build();
            assertThat(trusting.send(call, HttpResponse.BodyHandlers.ofString())
                            .headers()
                            .firstValue("www-authenticate"))
                    .hasValue("Bearer realm=\"" + call.uri() + "\", error=\"invalid_token\"");
            // Its other names and its other server have the same certificate.
            assertThat(get(trusting, emulator.loginMicrosoftCom()).statusCode()).isEqualTo(404);
            assertThat(emulator.federationAuthority().getScheme()).isEqualTo("https");
            assertThat(get(trusting, emulator.federationAuthority()).statusCode())
                    .isEqualTo(404);

            assertThat(authority.getBasicConstraints()).isZero();
            assertThatThrownBy(() -> get(HttpClient.newHttpClient(), discovery)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void hasNoAuthorityWithoutHttps() {
        try (Emulator emulator = Emulator.start()) {
            assertThat(emulator.certificateAuthority()).isNull();
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient trusting(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
