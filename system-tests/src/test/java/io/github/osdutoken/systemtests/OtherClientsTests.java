package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.Emulator;
import io.github.osdutoken.emulator.EmulatorUser;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * OAuth clients of other languages at the emulator, with our browser before them. Each has a program of its own. One after the
 * other, since they count refreshes.
 */
@Tag("long")
@Execution(ExecutionMode.SAME_THREAD)
class OtherClientsTests {

    /** Debian's own, for which python3-msal is. */
    private static final String PYTHON = "/usr/bin/python3";

    private static HttpsEmulator open;
    private static HttpsEmulator confidential;

    @BeforeAll
    static void start() throws Exception {
        open = new HttpsEmulator(Emulator.builder());
        confidential = new HttpsEmulator(Emulator.builder().clientSecret("a-secret"));
    }

    @AfterAll
    static void stop() {
        open.close();
        confidential.close();
    }

    @Test
    void msalForNode() throws Exception {
        JsonNode wanted = walk("editor", NodeProject.folder(), "node", "msal-node.mjs");

        assertThat(wanted.path("error").asText()).isEqualTo("InteractionRequiredAuthError");
        assertThat(wanted.path("suberror").asText()).isEqualTo("basic_action");
    }

    @Test
    void openidClient() throws Exception {
        JsonNode wanted = walk("viewer", NodeProject.folder(), "node", "openid-client.mjs");

        assertThat(wanted.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(wanted.path("suberror").asText()).isEqualTo("basic_action");
    }

    @Test
    void msalForPython() throws Exception {
        JsonNode wanted = walk("admin", Path.of("src", "test", "python"), PYTHON, "msal_client.py");

        assertThat(wanted.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(wanted.path("suberror").asText()).isEqualTo("basic_action");
    }

    @Test
    void msalForNodeWithASecret() throws Exception {
        ofItself(NodeProject.folder(), "node", "msal-node.mjs");
    }

    @Test
    void openidClientWithASecret() throws Exception {
        ofItself(NodeProject.folder(), "node", "openid-client.mjs");
    }

    @Test
    void msalForPythonWithASecret() throws Exception {
        ofItself(Path.of("src", "test", "python"), PYTHON, "msal_client.py");
    }

    /** Discovery, code with PKCE, refresh, a refresh that wants a second factor, a code that was spent. */
    private static JsonNode walk(String name, Path folder, String... command) throws Exception {
        Emulator emulator = open.emulator();
        EmulatorUser user = emulator.user(name);
        Map<String, String> settings = ClientProgram.settings(open);
        try (ClientProgram client = new ClientProgram(folder, settings, command)) {
            String request = client.next("request").path("url").asText();
            client.goOn(open.authorize(name, request).uri().toString());
            JsonNode tokens = client.next("tokens");
            assertThat(tokens.path("username").asText()).isEqualTo(user.username());
            assertThat(tokens.path("oid").asText()).isEqualTo(user.objectId());
            int refreshes = emulator.refreshes();
            client.goOn("refresh");
            assertThat(client.next("refreshed").path("access_token").asText())
                    .isNotEqualTo(tokens.path("access_token").asText())
                    .isNotEmpty();
            assertThat(emulator.refreshes()).isEqualTo(refreshes + 1);
            emulator.change(user.with(Condition.MFA_TOTP));
            client.goOn("refresh");
            JsonNode wanted = client.next("refused");
            assertThat(wanted.path("message").asText()).contains("AADSTS50076");
            emulator.change(user);
            client.goOn("redeem again");
            assertThat(client.next("spent").path("message").asText()).contains("AADSTS54005");
            return wanted;
        }
    }

    /** A client's own token, a wrong secret, and none. */
    private static void ofItself(Path folder, String... command) throws Exception {
        Map<String, String> settings = ClientProgram.settings(confidential);
        try (ClientProgram client = new ClientProgram(folder, settings, command)) {
            JsonNode own = client.next("own token");
            assertThat(own.path("access_token").asText()).isNotEmpty();
            assertThat(client.next("wrong secret").path("message").asText()).contains("AADSTS7000215");
        }
    }
}
