package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between the user name and the password, and other places to type it, over HTTP. */
class SignInDetoursTests {

    private Emulator emulator = Emulator.start();
    private HttpSignIn client = new HttpSignIn(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_SPLIT, 6, 1",
        "CREDENTIAL_PICKER_FIRST, 0, 1",
        "PHONE_SIGN_IN_PREFERRED, 0, 2",
        "USE_PASSWORD_INSTEAD, 0, 2",
        "PASSKEY_PREFERRED, 0, 7",
        "PASSKEY_ONLY, 0, 7",
        "FEDERATED_ADFS, 0, 4",
        "PERSONAL_ACCOUNT, 5, 1",
        "PERSONAL_ACCOUNT_OLDER, 5, 1"
    })
    void saysHowAUserSignsIn(Condition condition, int exists, int preferred) throws Exception {
        JsonNode answer = credentialType(condition);
        assertThat(answer.get("IfExistsResult").asInt()).isEqualTo(exists);
        assertThat(answer.at("/Credentials/PrefCredential").asInt()).isEqualTo(preferred);
        assertThat(answer.at("/Credentials/HasPassword").asBoolean())
                .isEqualTo(condition != Condition.PASSKEY_ONLY && condition != Condition.FEDERATED_ADFS);
        assertThat(emulator.submissions()).containsEntry("GetCredentialType", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "FEDERATED_ADFS, userNameInput passwordInput submitButton errorText kmsiInput optionForms authOptionLinks",
        "FEDERATED_ADFS_PAGINATED, userNameInput nextButton passwordInput submitButton errorText",
        "FEDERATED_ADFS_2,"
                + " ContentPlaceHolder1_UsernameTextBox ContentPlaceHolder1_PasswordTextBox ContentPlaceHolder1_SubmitButton",
        "FEDERATED_OTHER, sso-user sso-secret sso-go"
    })
    void leadsThroughAnotherIdentityProvider(Condition condition, String ids) throws Exception {
        String uri = federationUri(condition);
        assertThat(uri).startsWith(emulator.federationAuthority() + "/adfs/ls/?");
        String form = client.get(uri).body();
        for (String id : ids.split(" ", -1)) {
            assertThat(form).contains("id=\"" + id + "\"");
        }
        assertThat(form).contains("value=\"viewer@contoso.com\"");
        assertThat(federate(uri, "wrong").body()).contains("Incorrect user ID or password.");
        HttpResponse<String> back = federate(uri, emulator.user("viewer").password());
        assertThat(back.body()).contains("name=\"hiddenform\" action=\"" + emulator.authority() + "/login.srf\"");
        Map<String, String> fields = Map.of(
                "wa", HttpSignIn.field(back, "wa"),
                "wresult", HttpSignIn.field(back, "wresult"),
                "wctx", HttpSignIn.field(back, "wctx"));
        HttpResponse<String> kmsi = client.post("/login.srf", fields);
        assertThat(HttpSignIn.config(kmsi).get("pgid").asText()).isEqualTo("KmsiInterrupt");
        assertThat(HttpSignIn.config(client.post("/login.srf", fields)).get("sErrorCode").asText())
                .isEqualTo("165000");
        assertThat(emulator.passwordPosts("viewer@contoso.com")).isEqualTo(2);
    }

    @Test
    void answersWithoutAPageWhenTheFederationWantsKerberos() throws Exception {
        HttpResponse<String> response = client.get(federationUri(Condition.FEDERATED_INTEGRATED));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Negotiate", "NTLM");
    }

    @ParameterizedTest
    @CsvSource({"PERSONAL_ACCOUNT, Fluent", "PERSONAL_ACCOUNT_OLDER, PersonalAccountOlder"})
    void refusesAPersonalAccountAfterItsPassword(Condition condition, String script) throws Exception {
        String uri = credentialType(condition).at("/EmulatorHints/personalUrl").asText();
        HttpResponse<String> page = client.get(uri);
        assertThat(page.body())
                .contains("<meta name=\"PageID\" content=\"i5030\">", "/" + script + ".js")
                .doesNotContain("<input");
        String post = emulator.federationAuthority() + HttpSignIn.config(page).get("urlPost").asText();
        HttpResponse<String> refused = client.post(post, Map.of("login", "viewer@contoso.com", "passwd", "x"));
        assertThat(HttpSignIn.config(refused).get("sErrTxt").asText())
                .isEqualTo("That password is incorrect for your personal account.");
        assertThat(emulator.passwordPosts("viewer@contoso.com")).isEqualTo(1);
    }

    @Test
    void asksForAPasskeyUnderAnotherHostName() throws Exception {
        String uri =
                credentialType(Condition.PASSKEY_PREFERRED).at("/EmulatorHints/passkeyUrl").asText();
        assertThat(uri).startsWith(emulator.loginMicrosoftCom() + "/" + emulator.tenantId() + "/fido/get?");
        assertThat(emulator.loginMicrosoftCom()).hasHost("localhost").hasPort(emulator.authority().getPort());
        HttpResponse<String> page = client.get(uri);
        assertThat(page.body()).doesNotContain("<input");
        JsonNode config = HttpSignIn.config(page);
        assertThat(config.get("sFidoChallenge").asText()).isNotEmpty();
        HttpResponse<String> kmsi = client.http.send(
                HttpRequest.newBuilder(emulator.loginMicrosoftCom().resolve(config.get("urlPost").asText()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(HttpSignIn.encode(HttpSignIn.with(
                                HttpSignIn.tokens(config),
                                "login",
                                "viewer@contoso.com",
                                "passwd",
                                emulator.user("viewer").password()))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(HttpSignIn.config(kmsi).get("pgid").asText()).isEqualTo("KmsiInterrupt");
    }

    @Test
    void offersTheAccountsThatTheBrowserKnows() throws Exception {
        restart(Condition.ACCOUNT_REMEMBERED);
        JsonNode sessions = HttpSignIn.config(client.authorize(client.request())).get("arrSessions");
        assertThat(sessions).hasSize(1);
        assertThat(sessions.at("/0/name").asText()).isEqualTo("viewer@contoso.com");
        assertThat(sessions.at("/0/isSignedIn").asBoolean()).isFalse();
    }

    @Test
    void goesOnWithoutPasswordWhenASignedInAccountIsPicked() throws Exception {
        client.signIn(client.request(), "editor");
        JsonNode config = HttpSignIn.config(client.authorize(client.request("prompt", "select_account")));
        assertThat(config.at("/arrSessions/0/name").asText()).isEqualTo("editor@contoso.com");
        assertThat(config.at("/arrSessions/0/isSignedIn").asBoolean()).isTrue();
        String uri = config.get("urlLogin").asText() + "&flowToken="
                + URLEncoder.encode(config.get("sFT").asText(), StandardCharsets.UTF_8);
        assertThat(HttpSignIn.redirect(client.get(emulator.authority() + uri))).containsKey("code");
        HttpSignIn other = new HttpSignIn(emulator);
        assertThat(HttpSignIn.config(other.authorize(other.request("prompt", "select_account")))
                        .get("arrSessions"))
                .isEmpty();
        assertThat(emulator.passwordPosts()).isEqualTo(1);
    }

    @Test
    void drawsTheFluentSignInUnderTheSamePageId() throws Exception {
        emulator.faults().on(Faults.Quirk.FLUENT_SIGN_IN);
        assertThat(client.authorize(client.request()).body())
                .contains("content=\"ConvergedSignIn\"", "/Fluent.js")
                .doesNotContain("<input");
    }

    @Test
    void redirectsByScriptWhenTold() throws Exception {
        emulator.faults().on(Faults.Quirk.REDIRECT_BY_SCRIPT, Faults.Quirk.NO_KMSI);
        JsonNode first = HttpSignIn.config(client.authorize(client.request()));
        EmulatorUser editor = emulator.user("editor");
        HttpResponse<String> last = client.login(first, editor.username(), editor.password());
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body()).contains("document.location.replace(\"http://localhost:8080/?state=");
    }

    private void restart(Condition condition) {
        EmulatorUser user = emulator.user("viewer").with(condition);
        emulator.close();
        emulator = Emulator.builder().user(user).start();
        client = new HttpSignIn(emulator);
    }

    private JsonNode credentialType(Condition condition) throws Exception {
        restart(condition);
        JsonNode config = HttpSignIn.config(client.authorize(client.request()));
        return HttpSignIn.JSON.readTree(
                client.credentialType(config, "viewer@contoso.com").body());
    }

    private String federationUri(Condition condition) throws Exception {
        return credentialType(condition).at("/Credentials/FederationRedirectUrl").asText();
    }

    private HttpResponse<String> federate(String uri, String password) throws Exception {
        String body = HttpSignIn.encode(Map.of("UserName", "viewer@contoso.com", "Password", password));
        return client.http.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
