package io.github.osdutoken.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.osdutoken.Client;
import io.github.osdutoken.ClientSecret;
import io.github.osdutoken.Reason;
import io.github.osdutoken.oauth.AuthorizationServer;
import io.github.osdutoken.oauth.ServerFeatures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that the emulator does not give. */
class StrangersTests {

    private HttpServer http;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void doesNotClaimMoreThanThatTheMadeUpTokenWasRefused() throws Exception {
        URI address = answering(
                400,
                "{\"error\":\"invalid_grant\",\"error_description\":"
                        + "\"AADSTS9002313: Invalid request. Request is malformed or invalid.\"}");
        Finding finding = ApplicationCheck.of(server(address), client());

        assertThat(finding.status()).isEqualTo(Status.OK);
        assertThat(finding.found()).contains("AADSTS9002313", "--sign-in tells for certain");
    }

    @Test
    void takesAnErrorPageOfAnotherMakeForARefusal() throws Exception {
        URI address = answering(400, "<p>Invalid parameter: redirect_uri</p>");
        Finding finding = AuthorizeCheck.of(server(address), client(), new Web());

        assertThat(finding.failed()).isTrue();
        assertThat(finding.found()).contains("the server answered 400");
        assertThat(finding.mend()).contains("http://localhost:8080");
    }

    @Test
    void warnsOfANumberThatIsNotInOurTable() throws Exception {
        URI address = answering(200, "<p>AADSTS9999999: Something new.</p>");
        Finding finding = AuthorizeCheck.of(server(address), client(), new Web());

        assertThat(finding.status()).isEqualTo(Status.WARNING);
        assertThat(finding.found()).contains("AADSTS9999999");
        assertThat(finding.mend()).contains("/error?code=9999999");
    }

    @Test
    void readsAnErrorInAnAddressThatIsNoUriOfJavas() throws Exception {
        http.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                "http://localhost:8080/?error=invalid_scope&error_description=No+{such}|%zz&state=x");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        http.start();
        URI address = URI.create("http://127.0.0.1:" + http.getAddress().getPort());

        Finding finding = AuthorizeCheck.of(server(address), client(), new Web());

        assertThat(finding.failed()).isTrue();
        assertThat(finding.found()).contains("invalid_scope");
    }

    @Test
    void asksAGridWhetherItIsReady() throws Exception {
        URI address = answering(200, "{\"value\": {\"ready\" : true, \"message\": \"\"}}");
        Finding finding = BrowserCheck.grid(address, null, new Web());

        assertThat(finding)
                .isEqualTo(Finding.ok("browser", "The Selenium Grid at 127.0.0.1:" + address.getPort() + " is ready"));
    }

    @ParameterizedTest
    @CsvSource({"503, UNAVAILABLE", "200, UNAVAILABLE", "401, CONFIGURATION", "403, CONFIGURATION"})
    void saysThatAGridIsNotReady(int status, Reason reason) throws Exception {
        URI address = answering(status, "<p>Down</p>");

        Finding finding = BrowserCheck.grid(address, null, new Web());

        assertThat(finding.found()).endsWith(" answered " + status + " and not that it is ready.");
        assertThat(finding.reason()).as("that of a sign-in").isEqualTo(reason);
    }

    private URI answering(int status, String body) {
        http.createContext("/", exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        http.start();
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private static AuthorizationServer server(URI address) {
        return new AuthorizationServer(
                address.toString(), address, address, address, new ServerFeatures(Set.of(), Set.of(), false));
    }

    private static Client client() {
        return new Client("app", new ClientSecret("secret"), URI.create("http://localhost:8080"), "openid");
    }
}
