package io.github.osdutoken.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.osdutoken.Keytool;
import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTests {

    private static final String WELL_KNOWN = "/t/v2.0/.well-known/openid-configuration";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CannedServer http;
    private final URI issuer;
    private final String attempted;

    DiscoveryTests() throws IOException {
        http = new CannedServer();
        issuer = http.uri("/t/v2.0");
        attempted = "Reading the issuer's metadata at " + http.uri(WELL_KNOWN) + " failed: ";
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void readsTheEndpoints() {
        http.json(WELL_KNOWN, 200, metadata(issuer.toString(), "https://login.example"));

        assertThat(discover())
                .isEqualTo(new AuthorizationServer(
                        issuer.toString(),
                        URI.create("https://login.example/authorize"),
                        URI.create("https://login.example/token"),
                        URI.create("https://login.example/keys"),
                        new ServerFeatures(Set.of(), Set.of(), false)));
        assertThat(http.received(WELL_KNOWN))
                .extracting(CannedServer.Received::method)
                .containsExactly("GET");
    }

    @Test
    void readsWhatElseTheServerSaysOfItselfAndIgnoresWhatIsMalformed() {
        String more = ",\"token_endpoint_auth_methods_supported\":[\"client_secret_basic\",7],"
                + "\"token_endpoint_auth_signing_alg_values_supported\":\"PS256\","
                + "\"authorization_response_iss_parameter_supported\":true}";
        http.json(
                WELL_KNOWN,
                200,
                metadata(issuer.toString(), "https://login.example").replaceFirst("}$", more));

        assertThat(discover().features()).isEqualTo(new ServerFeatures(Set.of("client_secret_basic"), Set.of(), true));
    }

    @Test
    void saysThatVersionOneOfEntraIdIsNotMeant() {
        http.json(
                WELL_KNOWN,
                200,
                metadata("https://sts.windows.net/11111111-2222-3333-4444-555555555555/", "https://login.example"));

        fails(
                Reason.CONFIGURATION,
                "This is Entra ID's endpoint of version 1.0, which knows no scopes. Set osdu.issuer to"
                        + " https://login.microsoftonline.com/<tenant id>/v2.0 (or the host of your cloud), or unset it"
                        + " and set osdu.tenant-id. Access tokens of version 1.0 come from there, too: the resource"
                        + " decides.");
    }

    @Test
    void takesATenantsIdForItsDomainName() {
        String id = http.uri("/11111111-2222-3333-4444-555555555555/v2.0").toString();
        http.json("/contoso.com/v2.0/.well-known/openid-configuration", 200, metadata(id, "https://login.example"));

        assertThat(AuthorizationServer.discover(http.uri("/contoso.com/v2.0"), TIMEOUT)
                        .issuer())
                .isEqualTo(id);
    }

    @Test
    void refusesTheMetadataOfAnotherIssuer() {
        http.json(WELL_KNOWN, 200, metadata("https://login.evil/t/v2.0", "https://login.evil"));

        fails(
                Reason.PROTOCOL,
                "It names the issuer https://login.evil/t/v2.0, not " + issuer + ". Set osdu.issuer to the issuer that"
                        + " is meant, spelled as its metadata spells it.");
    }

    @Test
    void refusesEndpointsInTheClear() {
        http.json(WELL_KNOWN, 200, metadata(issuer.toString(), "http://login.example"));

        fails(
                Reason.PROTOCOL,
                "Its authorization_endpoint 'http://login.example/authorize' is not https, and http is accepted on"
                        + " loopback only. Check osdu.issuer, or osdu.authority and osdu.tenant-id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9/token", "http://127.0.0.1/token", "HTTP://[::1]/token"})
    void refusesAnEndpointInTheClearOnLoopbackOfAnIssuerThatIsElsewhere(String endpoint) {
        Discovery discovery = new Discovery(
                URI.create("https://login.example/t/v2.0"), new BackChannel(Duration.ofSeconds(1)), Duration.ZERO);

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> discovery.endpoint(Map.of("token_endpoint", endpoint), "token_endpoint"))
                .withMessageContaining("Its token_endpoint '" + endpoint + "' is not https, as the issuer is.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL));
    }

    @Test
    void refusesMetadataWithoutAnEndpoint() {
        http.json(WELL_KNOWN, 200, "{\"issuer\":\"" + issuer + "\"}");

        fails(
                Reason.PROTOCOL,
                "It has no authorization_endpoint. Check osdu.issuer, or osdu.authority and osdu.tenant-id.");
    }

    @Test
    void explainsEntraIdsRefusal() {
        http.json(WELL_KNOWN, 400, Entra.error("invalid_tenant", 90002, "Tenant 't' not found."));

        fails(
                Reason.WRONG_TENANT,
                "AADSTS90002: There is no such tenant in this cloud. (correlation id"
                        + " 00000000-0000-0000-0000-000000000002, timestamp 2026-11-23 10:00:00Z) Check osdu.tenant-id,"
                        + " and osdu.authority for a national cloud.");
    }

    @Test
    void saysThatAHostNameHasNoAddress() {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> AuthorizationServer.discover(URI.create("https://login.invalid/t"), TIMEOUT))
                .withMessageContaining("No address was found for the host name of login.invalid (DNS).")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    }

    @Test
    void tellsAnUnknownIssuerFromAnUnreachableServer() throws IOException {
        fails(
                Reason.CONFIGURATION,
                "The server answered 404: it has no such issuer. Check osdu.issuer, or osdu.authority and"
                        + " osdu.tenant-id.");

        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port + "/t");
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> AuthorizationServer.discover(nobody, TIMEOUT))
                .withMessage("Reading the issuer's metadata at " + nobody + "/.well-known/openid-configuration failed:"
                        + " 127.0.0.1:" + port + " refused the connection. Check the URL, the network and the JVM's"
                        + " proxy settings (https.proxyHost); if an emulator serves this URL, check that it runs.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    }

    @Test
    void doesNotTryAgainWhereTheCertificateIsNotTrusted(@TempDir Path folder) throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = stranger(folder)) {
            String authority = "127.0.0.1:" + server.getLocalPort();
            serve(server, connections, socket -> ((SSLSocket) socket).startHandshake());

            assertThatExceptionOfType(SignInException.class)
                    .isThrownBy(() -> AuthorizationServer.discover(URI.create("https://" + authority + "/t"), TIMEOUT))
                    // What stands in the parentheses is the JDK's, and changes with it.
                    .withMessageMatching("Reading the issuer's metadata at https://" + authority
                            + "/t/\\.well-known/openid-configuration failed: No TLS connection to " + authority
                            + " could be made \\(.+\\)\\. Check the URL, and that the JVM trusts the server's certificate"
                            + " or that of the proxy before it \\(javax\\.net\\.ssl\\.trustStore\\)\\.")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void saysThatNoTlsIsSpokenThere() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String authority = "127.0.0.1:" + plain.getLocalPort();
            serve(plain, new AtomicInteger(), DiscoveryTests::answerInTheClear);

            assertThatExceptionOfType(SignInException.class)
                    .isThrownBy(() -> AuthorizationServer.discover(URI.create("https://" + authority + "/t"), TIMEOUT))
                    .withMessageContaining("failed: No TLS connection to " + authority + " could be made (")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
        }
    }

    @Test
    void asksAgainWhenATlsHandshakeIsCut() throws Exception {
        try (ServerSocket cutting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            AtomicInteger cuts = new AtomicInteger();
            // Read what the client begins with, and hang up.
            serve(cutting, cuts, socket -> socket.getInputStream().read(new byte[8192]));
            URI issuer = URI.create("https://127.0.0.1:" + cutting.getLocalPort() + "/t");

            assertThatExceptionOfType(SignInException.class)
                    .isThrownBy(
                            () -> new Discovery(issuer, new BackChannel(TIMEOUT), Duration.ZERO).authorizationServer())
                    .withMessageContaining("Remote host terminated the handshake")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
            assertThat(cuts).hasValueGreaterThanOrEqualTo(3);
        }
    }

    /** What a server does with a connection before it closes it. */
    private interface Service {
        void to(Socket socket) throws IOException;
    }

    private static void serve(ServerSocket server, AtomicInteger connections, Service service) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    connections.incrementAndGet();
                    service.to(socket);
                } catch (IOException e) {
                    // The client has hung up, as it should; or the test is over.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void answerInTheClear(Socket socket) throws IOException {
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        // Until the client closes: closing first could reset the connection before the answer is read.
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Make a server whose certificate nobody trusts. */
    private static ServerSocket stranger(Path folder) throws Exception {
        Path file = Keytool.pfx(folder.resolve("server.pfx"), "-keyalg", "EC", "-groupname", "secp256r1");
        char[] password = Keytool.PASSWORD.toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void leavesTheThreadInterruptedWhenItWas() {
        http.stall(WELL_KNOWN);
        Thread.currentThread().interrupt();

        fails(
                Reason.UNAVAILABLE,
                "The thread was interrupted while it waited for " + issuer.getAuthority() + ". Check the URL, the"
                        + " network and the JVM's proxy settings (https.proxyHost); if an emulator serves this URL,"
                        + " check that it runs.");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesWhatIsNotJson() {
        http.answer(WELL_KNOWN, 200, "text/html", "<html>Please sign in to the guest network</html>", Map.of());

        fails(
                Reason.PROTOCOL,
                "The answer is text/html and not a JSON object. Check osdu.issuer, or osdu.authority and"
                        + " osdu.tenant-id. A proxy or a sign-in gateway may have answered in the server's place.");
    }

    @Test
    void followsNoRedirect() {
        http.answer(WELL_KNOWN, 302, "text/plain", "", Map.of("Location", "https://login.evil/"));

        fails(
                Reason.PROTOCOL,
                "The server answered 302 with text/plain. Check osdu.issuer and osdu.authority, and that no proxy or"
                        + " sign-in gateway answers in the server's place.");
    }

    @Test
    void asksAgainAfterABrokenConnectionAndA500() {
        http.breakConnection(WELL_KNOWN)
                .answer(WELL_KNOWN, 500, "text/plain", "busy", Map.of())
                .json(WELL_KNOWN, 200, metadata(issuer.toString(), "https://login.example"));

        assertThat(discover().issuer()).isEqualTo(issuer.toString());
        assertThat(http.received(WELL_KNOWN)).hasSize(3);
    }

    @Test
    void asksThreeTimesAtMost() {
        http.answer(WELL_KNOWN, 503, "text/plain", "busy", Map.of());

        fails(Reason.UNAVAILABLE, "The server answered 503 with text/plain. Run again in a few minutes.");
        assertThat(http.received(WELL_KNOWN)).hasSize(3);
    }

    @Test
    void waitsForAShortRetryAfterOnly() {
        http.answer(WELL_KNOWN, 429, "text/plain", "Too Many Requests", Map.of("Retry-After", "0"))
                .answer(WELL_KNOWN, 429, "text/plain", "Too Many Requests", Map.of("Retry-After", "3600"));

        fails(
                Reason.THROTTLED,
                "The server answered 429 and asks to wait 3600 s. Wait before the next run, and keep osdu.cache at"
                        + " 'file' so that tests share one token.");
        assertThat(http.received(WELL_KNOWN)).hasSize(2);
    }

    @Test
    void givesUpWhenABodyNeverEnds() {
        http.stall(WELL_KNOWN);
        Discovery discovery = new Discovery(issuer, new BackChannel(Duration.ofMillis(300)), Duration.ofMillis(1));

        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(discovery::authorizationServer)
                .withMessage(attempted + issuer.getAuthority() + " did not answer in time. Check the URL, the network"
                        + " and the JVM's proxy settings (https.proxyHost); if an emulator serves this URL, check that"
                        + " it runs.");
    }

    private AuthorizationServer discover() {
        return new Discovery(issuer, new BackChannel(TIMEOUT), Duration.ofMillis(1)).authorizationServer();
    }

    private void fails(Reason reason, String message) {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(this::discover)
                .withMessage(attempted + message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static String metadata(String issuer, String base) {
        return "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + base
                + "/authorize\",\"token_endpoint\":\"" + base + "/token\",\"jwks_uri\":\"" + base + "/keys\"}";
    }
}
