package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizeEndpointTests extends AuthorizeFixture {

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://localhost/", "http://localhost:8080", "http://localhost:1/"})
    void takesTheRegisteredRedirectUriWithAnyPort(String uri) throws Exception {
        assertThat(HttpSignIn.config(client.authorize(client.request("redirect_uri", uri)))
                        .get("pgid")
                        .asText())
                .isEqualTo("ConvergedSignIn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:8080",
                "http://127.0.0.1:8080",
                "http://localhost:8080/path",
                "http://localhost:8080/?a=b",
                "http://localhost:8080/#f",
                "http://localhost.evil.example",
                "http://user@localhost:8080",
                "localhost:8080",
                "not a uri"
            })
    void showsAnErrorPageForAnyOtherRedirectUri(String uri) throws Exception {
        assertErrorPage(client.authorize(client.request("redirect_uri", uri)), "50011");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, 11111111-2222-3333-4444-555555555555, 700016",
        "client_id, -, 900144",
        "redirect_uri, -, 900971"
    })
    void showsAnErrorPageWhenThereIsNowhereToRedirectTo(String name, String value, String code) throws Exception {
        assertErrorPage(client.authorize(client.request(name, value)), code);
    }

    @Test
    void showsAnErrorPageForAnotherTenant() throws Exception {
        String query = "/oauth2/v2.0/authorize?" + HttpSignIn.encode(client.request());
        assertErrorPage(client.get(emulator.authority() + "/fabrikam.com" + query), "90002");
        assertErrorPage(client.get(emulator.authority() + "/common" + query), "50194");
        assertThat(HttpSignIn.config(client.get(emulator.authority() + "/contoso.com" + query))
                        .get("pgid")
                        .asText())
                .isEqualTo("ConvergedSignIn");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type, 70005",
        "response_type, -, invalid_request, 900144",
        "response_mode, web_message, invalid_request, 70007",
        "scope, -, invalid_request, 900144",
        "scope, nonsense, invalid_scope, 70011",
        "scope, https://other.example/.default, invalid_resource, 500011",
        "prompt, none, login_required, 50058",
        "prompt, maybe, invalid_request, 90023",
        "code_challenge, short, invalid_request, 501491",
        "code_challenge_method, S256, invalid_request, 50147"
    })
    void redirectsOtherErrors(String name, String value, String error, int code) throws Exception {
        HttpResponse<String> response = client.authorize(client.request(name, value));
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(HttpSignIn.redirect(response))
                .containsEntry("state", "a state & more")
                .containsEntry("error", error)
                .containsEntry("error_uri", emulator.authority() + "/error?code=" + code)
                .doesNotContainKey("code")
                .hasEntrySatisfying(
                        "error_description",
                        text -> assertThat(text)
                                .startsWith("AADSTS" + code + ": ")
                                .contains("\r\nTrace ID: "));
    }

    @Test
    void endsRedirectsWithASlashAndAnEmptyFragment() throws Exception {
        HttpResponse<String> response = client.authorize(client.request("prompt", "none"));
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:8080/?state=a+state+%26+more&error=login_required&")
                .endsWith("#");
        assertThat(client.authorize(client.request("prompt", "none", "response_mode", "fragment"))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("http://localhost:8080/#state=");
    }

    @Test
    void postsTheAnswerWithoutLettingItsStateOutOfTheAttribute() throws Exception {
        String body = client.authorize(client.request(
                        "prompt", "none", "response_mode", "form_post", "state", "\"><script>x</script>"))
                .body();
        assertThat(body)
                .contains("<form method=\"POST\" name=\"hiddenform\" action=\"http://localhost:8080\">")
                .contains("name=\"error\" value=\"login_required\"")
                .doesNotContain("<script>x");
    }

    @Test
    void escapesWhatItWritesIntoTheInlineScript() throws Exception {
        String body =
                client.authorize(client.request("state", "</script><b>\u2028&")).body();
        assertThat(body)
                .contains("\\u003c/script\\u003e\\u003cb\\u003e\\u2028\\u0026")
                .doesNotContain("</script><b>");
    }

    @Test
    void skipsTheUserNameWhenItIsHinted() throws Exception {
        assertThat(HttpSignIn.config(client.authorize(client.request("login_hint", "viewer@contoso.com")))
                        .get("sPOST_Username")
                        .asText())
                .isEqualTo("viewer@contoso.com");
        assertThat(HttpSignIn.redirect(client.authorize(
                        client.request("login_hint", "viewer@contoso.com", "prompt", "select_account"))))
                .containsEntry("error_uri", emulator.authority() + "/error?code=90005");
    }

    @Test
    void signsInAgainWithoutPasswordInTheSameBrowserOnly() throws Exception {
        client.signIn(client.request(), "editor");
        assertThat(HttpSignIn.redirect(client.authorize(client.request("prompt", "none"))))
                .containsKey("code");
        assertThat(HttpSignIn.config(client.authorize(client.request("login_hint", "viewer@contoso.com")))
                        .get("pgid")
                        .asText())
                .isEqualTo("ConvergedSignIn");
        HttpSignIn another = new HttpSignIn(emulator);
        assertThat(HttpSignIn.redirect(another.authorize(another.request("prompt", "none"))))
                .containsEntry("error", "login_required");
        assertThat(emulator.passwordPosts()).isEqualTo(1);
    }

    @Test
    void endsSessionsWhenThePasswordChanges() throws Exception {
        client.signIn(client.request(), "editor");
        EmulatorUser editor = emulator.user("editor");
        emulator.change(new EmulatorUser(
                editor.username(), "changed", editor.objectId(), editor.displayName(), editor.groups()));
        assertThat(HttpSignIn.redirect(client.authorize(client.request("prompt", "none"))))
                .containsEntry("error", "login_required");
        assertThat(client.signIn(client.request(), "editor")).containsKey("code");
    }

    @Test
    void asksWhatWasPutBeforeAUserSinceTheirSessionBegan() throws Exception {
        client.signIn(client.request(), "editor");
        emulator.change(emulator.user("editor").with(EmulatorUser.Condition.CONSENT));
        HttpResponse<String> page = client.authorize(client.request());
        assertThat(HttpSignIn.config(page).path("pgid").asText()).isEqualTo("ConvergedConsent");
        assertThat(HttpSignIn.redirect(client.submit(page, "acceptConsent", "true")))
                .containsKey("code");
        assertThat(HttpSignIn.redirect(client.authorize(client.request()))).containsKey("code");
        assertThat(emulator.passwordPosts()).isEqualTo(1);
    }
}
