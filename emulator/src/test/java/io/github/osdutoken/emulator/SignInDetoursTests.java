package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between the user name and the password, and other places to type it, over HTTP. */
class SignInDetoursTests {

    private static final Emulator EMULATOR =
            Crowd.everybody().user(Crowd.with(Condition.ACCOUNT_REMEMBERED)).start();

    private final HttpSignIn client = new HttpSignIn(EMULATOR);

    @AfterEach
    void mend() {
        EMULATOR.faults().reset();
    }

    @AfterAll
    static void stop() {
        EMULATOR.close();
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
        EmulatorUser user = Crowd.with(condition);
        String uri = federationUri(condition);
        assertThat(uri).startsWith(EMULATOR.federationAuthority() + "/adfs/ls/?");
        String form = client.get(uri).body();
        for (String id : ids.split(" ", -1)) {
            assertThat(form).contains("id=\"" + id + "\"");
        }
        assertThat(form).contains("value=\"" + user.username() + "\"");
        assertThat(federate(uri, user, "wrong").body()).contains("Incorrect user ID or password.");
        HttpResponse<String> back = federate(uri, user, user.password());
        assertThat(back.body()).contains("name=\"hiddenform\" action=\"" + EMULATOR.authority() + "/login.srf\"");
        Map<String, String> fields = Map.of(
                "wa", HttpSignIn.field(back, "wa"),
                "wresult", HttpSignIn.field(back, "wresult"),
                "wctx", HttpSignIn.field(back, "wctx"));
        HttpResponse<String> kmsi = client.post("/login.srf", fields);
        assertThat(HttpSignIn.config(kmsi).get("pgid").asText()).isEqualTo("KmsiInterrupt");
        assertThat(HttpSignIn.config(client.post("/login.srf", fields))
                        .get("sErrorCode")
                        .asText())
                .isEqualTo("165000");
        assertThat(EMULATOR.passwordPosts(user.username())).isEqualTo(2);
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
        String username = Crowd.with(condition).username();
        String uri = credentialType(condition).at("/EmulatorHints/personalUrl").asText();
        HttpResponse<String> page = client.get(uri);
        assertThat(page.body())
                .contains("<meta name=\"PageID\" content=\"i5030\">", "/" + script + ".js")
                .doesNotContain("<input");
        String post = EMULATOR.federationAuthority()
                + HttpSignIn.config(page).get("urlPost").asText();
        HttpResponse<String> refused = client.post(post, Map.of("login", username, "passwd", "x"));
        assertThat(HttpSignIn.config(refused).get("sErrTxt").asText())
                .isEqualTo("That password is incorrect for your personal account.");
        assertThat(EMULATOR.passwordPosts(username)).isEqualTo(1);
    }

    @Test
    void asksForAPasskeyUnderAnotherHostName() throws Exception {
        EmulatorUser user = Crowd.with(Condition.PASSKEY_PREFERRED);
        String uri = credentialType(Condition.PASSKEY_PREFERRED)
                .at("/EmulatorHints/passkeyUrl")
                .asText();
        assertThat(uri).startsWith(EMULATOR.loginMicrosoftCom() + "/" + EMULATOR.tenantId() + "/fido/get?");
        assertThat(EMULATOR.loginMicrosoftCom())
                .hasHost("localhost")
                .hasPort(EMULATOR.authority().getPort());
        HttpResponse<String> page = client.get(uri);
        assertThat(page.body()).doesNotContain("<input");
        JsonNode config = HttpSignIn.config(page);
        assertThat(config.get("sFidoChallenge").asText()).isNotEmpty();
        HttpResponse<String> kmsi = client.http.send(
                HttpRequest.newBuilder(EMULATOR.loginMicrosoftCom()
                                .resolve(config.get("urlPost").asText()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(HttpSignIn.encode(HttpSignIn.with(
                                HttpSignIn.tokens(config), "login", user.username(), "passwd", user.password()))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(HttpSignIn.config(kmsi).get("pgid").asText()).isEqualTo("KmsiInterrupt");
    }

    @Test
    void offersTheAccountsThatTheBrowserKnows() throws Exception {
        JsonNode sessions =
                HttpSignIn.config(client.authorize(client.request())).get("arrSessions");
        assertThat(sessions).hasSize(1);
        assertThat(sessions.at("/0/name").asText()).isEqualTo("account_remembered@contoso.com");
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
        assertThat(HttpSignIn.redirect(client.get(EMULATOR.authority() + uri))).containsKey("code");
        HttpSignIn other = new HttpSignIn(EMULATOR);
        assertThat(HttpSignIn.config(other.authorize(other.request("prompt", "select_account")))
                        .get("arrSessions"))
                .hasSize(1);
        assertThat(EMULATOR.passwordPosts("editor@contoso.com")).isEqualTo(1);
    }

    @Test
    void drawsTheFluentSignInUnderTheSamePageId() throws Exception {
        EMULATOR.faults().on(Faults.Quirk.FLUENT_SIGN_IN);
        assertThat(client.authorize(client.request()).body())
                .contains("content=\"ConvergedSignIn\"", "/Fluent.js")
                .doesNotContain("<input");
    }

    @Test
    void redirectsByScriptWhenTold() throws Exception {
        EMULATOR.faults().on(Faults.Quirk.REDIRECT_BY_SCRIPT, Faults.Quirk.NO_KMSI);
        JsonNode first = HttpSignIn.config(client.authorize(client.request()));
        EmulatorUser viewer = EMULATOR.user("viewer");
        HttpResponse<String> last = client.login(first, viewer.username(), viewer.password());
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body()).contains("document.location.replace(\"http://localhost:8080/?state=");
    }

    private JsonNode credentialType(Condition condition) throws Exception {
        JsonNode config = HttpSignIn.config(client.authorize(client.request()));
        return HttpSignIn.JSON.readTree(
                client.credentialType(config, Crowd.with(condition).username()).body());
    }

    private String federationUri(Condition condition) throws Exception {
        return credentialType(condition)
                .at("/Credentials/FederationRedirectUrl")
                .asText();
    }

    private HttpResponse<String> federate(String uri, EmulatorUser user, String password) throws Exception {
        String body = HttpSignIn.encode(Map.of("UserName", user.username(), "Password", password));
        return client.http.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
