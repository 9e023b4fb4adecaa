package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInFormTests extends AuthorizeFixture {

    @ParameterizedTest
    @ValueSource(strings = {"/contoso.com/GetCredentialType", "/common/SAS/BeginAuth", "/common/SAS/EndAuth"})
    void answersAQuestionThatIsNotJsonWithBadRequest(String path) throws Exception {
        assertThat(client.postRaw(path, "application/json", "{\"username\":").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsWhoExistsAndWhoDoesNot() throws Exception {
        JsonNode config = HttpSignIn.config(client.authorize(client.request()));
        assertThat(client.credentialType(config, "Editor@Contoso.com").body()).contains("\"IfExistsResult\":0");
        assertThat(client.credentialType(config, "nobody@contoso.com").body()).contains("\"IfExistsResult\":1");
        emulator.faults().on(Quirk.CREDENTIAL_TYPE_THROTTLED);
        assertThat(client.credentialType(config, "editor@contoso.com").body())
                .contains("\"IfExistsResult\":2", "\"ThrottleStatus\":1");
        assertThat(new HttpSignIn(emulator)
                        .credentialType(config, "editor@contoso.com")
                        .body())
                .contains("AADSTS165000");
    }

    @Test
    void takesAFormOnlyWithTheTokensOfItsOwnPage() throws Exception {
        JsonNode config = HttpSignIn.config(client.authorize(client.request()));
        String password = emulator.user("editor").password();
        assertErrorPage(client.login(config, "editor@contoso.com", password, "flowToken", "-"), "165000");
        assertErrorPage(client.login(config, "editor@contoso.com", password, "canary", "x"), "165000");
        assertErrorPage(client.login(config, "editor@contoso.com", password, "ctx", "x"), "165000");
        assertErrorPage(new HttpSignIn(emulator).login(config, "editor@contoso.com", password), "165000");
        assertErrorPage(client.kmsi(config, "0"), "165000");
        clock.advance(Duration.ofMinutes(15));
        assertErrorPage(client.login(config, "editor@contoso.com", password), "50089");
        assertErrorPage(client.get(emulator.authority() + "/" + emulator.tenantId() + "/login"), "900561");
        assertThat(emulator.codesIssued()).isZero();
    }

    @Test
    void locksAnAccountAfterDifferentWrongPasswordsButNotAfterTheSameOne() throws Exception {
        JsonNode config = HttpSignIn.config(client.authorize(client.request()));
        for (String wrong : new String[] {"a", "a", "a", "b"}) {
            assertRejected(client.login(config, "editor@contoso.com", wrong), "50126");
        }
        assertRejected(client.login(config, "editor@contoso.com", "c"), "50053");
        String right = emulator.user("editor").password();
        assertRejected(client.login(config, "editor@contoso.com", right), "50053");
        clock.advance(Duration.ofMinutes(1));
        assertThat(HttpSignIn.config(client.login(config, "editor@contoso.com", right))
                        .get("pgid")
                        .asText())
                .isEqualTo("KmsiInterrupt");
        assertThat(emulator.passwordPosts("Editor@contoso.com")).isEqualTo(7);
    }

    @Test
    void rejectsAnUnknownUserAtTheForm() throws Exception {
        JsonNode config = HttpSignIn.config(client.authorize(client.request()));
        assertRejected(client.login(config, "nobody@contoso.com", "x"), "50034");
    }

    @Test
    void stopsAccountsThatAreDisabledOrNotAssigned() throws Exception {
        EmulatorUser viewer = emulator.user("viewer");
        try (Emulator other = Emulator.builder()
                .user(viewer.with(Condition.DISABLED))
                .user(emulator.user("admin").with(Condition.NOT_ASSIGNED))
                .start()) {
            HttpSignIn signIn = new HttpSignIn(other);
            JsonNode config = HttpSignIn.config(signIn.authorize(signIn.request()));
            assertRejected(signIn.login(config, viewer.username(), viewer.password()), "50057");
            EmulatorUser admin = other.user("admin");
            assertErrorPage(signIn.login(config, admin.username(), admin.password()), "50105");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void keepsTheSessionBeyondTheBrowserOnlyWhenTold(String option, boolean kept) throws Exception {
        EmulatorUser user = emulator.user("viewer");
        JsonNode config = HttpSignIn.config(client.authorize(client.request()));
        JsonNode kmsi = HttpSignIn.config(client.login(config, user.username(), user.password()));
        String cookie =
                client.kmsi(kmsi, option).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie.contains("Max-Age")).isEqualTo(kept);
        assertErrorPage(client.kmsi(kmsi, option), "165000");
    }

    @Test
    void asksNothingAfterThePasswordWhenKmsiIsOff() throws Exception {
        emulator.faults().on(Quirk.NO_KMSI);
        JsonNode config = HttpSignIn.config(client.authorize(client.request("response_mode", "fragment")));
        EmulatorUser user = emulator.user("no-access");
        Map<String, String> answer = HttpSignIn.redirect(client.login(config, user.username(), user.password()));
        assertThat(answer).containsOnlyKeys("state", "code", "session_state");
    }
}
