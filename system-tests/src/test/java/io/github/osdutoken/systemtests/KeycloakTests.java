package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.osdutoken.AccessToken;
import io.github.osdutoken.IdToken;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.junit.OsduRefreshToken;
import io.github.osdutoken.systemtests.CommandLine.Ended;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Sign-in, exchange and refresh at an issuer that nobody here wrote. */
@ExtendWith(Keycloak.Shared.class)
class KeycloakTests {

    private static Keycloak keycloak;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(Keycloak shared) {
        keycloak = shared;
    }

    @Test
    void theCommandLineSignsIn() throws Exception {
        JsonNode tokens = tokens(get(keycloak.environment()));

        assertThat(tokens.path("source").asText()).isEqualTo("sign-in");
        assertThat(tokens.path("issuer").asText()).isEqualTo(keycloak.issuer());
        assertThat(tokens.path("username").asText()).isEqualTo(keycloak.username());
        assertThat(tokens.path("scope").asText().split(" ")).contains("openid", "offline_access");
        assertThat(Instant.parse(tokens.path("expires_at").asText())).isAfter(Instant.now());
        assertThat(tokens.path("access_token").asText()).isNotEmpty();
        assertThat(tokens.path("refresh_token").asText()).isNotEmpty();
        assertThat(tokens.path("id_token").asText()).isNotEmpty();
    }

    @Test
    void aUserWithASoftwareTokenSignsIn() throws Exception {
        Map<String, String> environment = new HashMap<>(keycloak.environment());
        environment.put("OSDU_USERNAME", "grace");
        environment.put("OSDU_PASSWORD", "Keycloak&Test \"2\" ü");
        environment.put("OSDU_TOTP_SECRET", "gezd gnbv gy3t qojq gezd gnbv gy3t qojq"); // 12345678901234567890 in ASCII

        JsonNode tokens = tokens(get(environment));

        assertThat(tokens.path("username").asText()).isEqualTo("grace");
        assertThat(tokens.path("refresh_token").asText()).isNotEmpty();
    }

    @Test
    void signsInWhenTheRedirectUrisPortIsTaken() throws Exception {
        try (ServerSocket other = taken(8080)) {
            JsonNode tokens = tokens(get(keycloak.environment()));

            assertThat(tokens.path("source").asText()).isEqualTo("sign-in");
            assertThat(other == null || other.isBound()).isTrue();
        }
    }

    @Test
    void theExtensionSignsIn() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), keycloak.password());
        Injected.tokens.clear();

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Injected.class))
                .configurationParameter("osdu.issuer", keycloak.issuer())
                .configurationParameter("osdu.client-id", keycloak.clientId())
                .configurationParameter("osdu.username", keycloak.username())
                .configurationParameter("osdu.password-file", password.toString())
                .execute()
                .testEvents()
                .assertStatistics(events -> events.started(1).succeeded(1));

        assertThat(Injected.tokens).hasSize(3).doesNotContainNull();
    }

    @Test
    void aRefreshTokenIsGoodForOneRefresh() throws Exception {
        String first = tokens(get(keycloak.environment())).path("refresh_token").asText();

        JsonNode refreshed = tokens(get(withRefreshToken(first)));
        assertThat(refreshed.path("source").asText()).isEqualTo("refresh");
        assertThat(refreshed.path("refresh_token").asText()).isNotEmpty().isNotEqualTo(first);

        Ended replayed = get(withRefreshToken(first));
        assertThat(replayed.exitCode()).as(replayed.err()).isEqualTo(3);
        assertThat(replayed.out()).isEmpty();
        assertThat(replayed.lastErrorLine()).startsWith("error[").contains("invalid_grant");
    }

    @Test
    void takesTheAssertionsOfAConfidentialClientWithACertificate() throws Exception {
        String token = tokens(get(keycloak.confidentialEnvironment()))
                .path("refresh_token")
                .asText();

        Map<String, String> refreshing = new HashMap<>(keycloak.confidentialEnvironment());
        refreshing.keySet().removeAll(List.of("OSDU_USERNAME", "OSDU_PASSWORD"));
        refreshing.put("OSDU_REFRESH_TOKEN", token);
        Ended refreshed = get(refreshing);

        assertThat(tokens(refreshed).path("source").asText()).isEqualTo("refresh");
        assertThat(refreshed.err() + refreshed.commandLines()).doesNotContain(PfxFile.FILE_PASSWORD);
    }

    @Test
    void aWrongPasswordIsSentOnce() throws Exception {
        Map<String, String> environment = new HashMap<>(keycloak.environment());
        environment.put("OSDU_USERNAME", "alan"); // whom the realm locks out for a minute
        environment.put("OSDU_PASSWORD", "not the password");

        Ended refused = get(environment);

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.lastErrorLine())
                .startsWith("error[INVALID_CREDENTIALS] ")
                .contains("alan");
        assertThat(keycloak.failures("LOGIN_ERROR", "alan")).isEqualTo(1);
    }

    /** What a user would write; run by the test above, not by itself. */
    static class Injected {

        static final List<Object> tokens = new ArrayList<>();

        @Test
        void getsAllThree(
                @OsduRefreshToken RefreshToken refresh,
                @OsduRefreshToken AccessToken access,
                @OsduRefreshToken IdToken id) {
            tokens.addAll(List.of(refresh, access, id));
        }
    }

    private Ended get(Map<String, String> environment) throws Exception {
        return CommandLine.run(folder, environment, "get", "--format", "json");
    }

    private static JsonNode tokens(Ended ended) throws Exception {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return new JsonMapper().readTree(ended.out());
    }

    private static Map<String, String> withRefreshToken(String value) {
        Map<String, String> environment = new HashMap<>(keycloak.environment());
        environment.keySet().removeAll(List.of("OSDU_USERNAME", "OSDU_PASSWORD"));
        environment.put("OSDU_REFRESH_TOKEN", value);
        return environment;
    }

    /** Take the port, or return {@code null} when another program has it, which is as good. */
    private static ServerSocket taken(int port) throws Exception {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (BindException e) {
            return null;
        }
    }
}
