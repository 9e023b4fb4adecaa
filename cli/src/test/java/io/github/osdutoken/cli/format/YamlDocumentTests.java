package io.github.osdutoken.cli.format;

import static io.github.osdutoken.cli.format.Samples.NASTY_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** sdutil's file: YAML, with JSON in two of its strings. */
class YamlDocumentTests {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# mine\n",
                "---\nseistore:\nauth_provider: # mine\n",
                "seistore: {env: dev}\n",
                "auth_provider: {}",
                "auth_provider:\n  azure:\nother:\n- 1\n- 2\n",
                "seistore:\n    service: |\n        {\"google\": 1}\n    env: dev\nauth_provider:\n    azure: \"{}\"\n",
                "\"auth_provider\":\n  'azure': >-\n    {\n    }\n\n# end"
            })
    void sdutilReadsItWhateverWasThere(String before) throws Exception {
        String after = Format.SDUTIL.merged(Samples.issued(NASTY_LINES), "", before);

        JsonNode read = read(after);
        assertThat(read.at("/seistore/url").asText()).isEqualTo("https://contoso.energy.azure.com/seistore-svc/api/v3");
        assertThat(read.at("/seistore/env").asText()).isEqualTo(before.contains("env: dev") ? "dev" : "glab");
        assertThat(read.at("/seistore/cloud_provider").asText()).isEqualTo("azure");
        assertThat(read.at("/seistore/auth-mode").asText()).isEqualTo("JWT Token");
        assertThat(read.at("/seistore/ssl_verify").isBoolean()).isTrue();
        JsonNode service = JSON.readTree(read.at("/seistore/service").textValue());
        assertThat(service.at("/azure/azureGlabEnv/url")).isEqualTo(read.at("/seistore/url"));
        assertThat(service.has("google")).isEqualTo(before.contains("google"));
        JsonNode azure = JSON.readTree(read.at("/auth_provider/azure").textValue());
        assertThat(azure.path("refresh_token").asText()).isEqualTo(NASTY_LINES);
        assertThat(azure.path("authorize_url").asText()).isEqualTo("https://login.microsoftonline.com/");
        assertThat(azure.path("oauth_token_host_end").asText()).isEqualTo("/oauth2/v2.0/token");
        assertThat(azure.path("scope_end").asText()).isEqualTo("/.default openid profile offline_access");
        assertThat(azure.path("redirect_uri").asText()).isEqualTo("http://localhost:8080");
        assertThat(azure.path("login_grant_type").asText()).isEqualTo("refresh_token");
        assertThat(read.at("/azure/empty").asText()).isEqualTo("none");
        assertThat(after.contains("# mine")).isEqualTo(before.contains("# mine"));
        assertThat(Format.SDUTIL.merged(Samples.issued(NASTY_LINES), "", after)).isEqualTo(after);
    }

    /** As Microsoft's pages tell people to write it. */
    @Test
    void keepsTheFileThatPeopleHave() throws Exception {
        String before = """
                # sdutil \ud83d\ude00
                seistore:
                    service: '{"azure": {"azureGlabEnv":{"url": "https://old/seistore-svc/api/v3", "appkey": ""}}}'
                    url: 'https://old/seistore-svc/api/v3' # ours
                    cloud_provider: azure
                    env: glab
                    auth-mode: JWT Token
                    ssl_verify: False
                auth_provider:
                    azure: '{
                        "provider": "azure",
                        "authorize_url": "https://login.microsoftonline.com/", "oauth_token_host_end": "/oauth2/token",
                        "scope_end":"/.default openid profile offline_access",
                        "redirect_uri":"http://localhost:8080",
                        "login_grant_type": "refresh_token",
                        "refresh_token": "<RefreshToken acquired earlier>"
                        }'
                azure:
                    empty: none
                """;

        assertThat(Format.SDUTIL.merged(Samples.plain(), "", before))
                .isEqualTo(before.replace("https://old/", "https://contoso.energy.azure.com/")
                        .replace("<RefreshToken acquired earlier>", "0.ARoA-v4_j5.new"));
    }

    /** What other lines share by an anchor is neither changed nor written behind. */
    @Test
    void keepsWhatIsBehindAnchors() throws Exception {
        String base = "base: &b\n  url: keep\n  at: &u there\n";
        String before = base + "seistore:\n  <<: *b\n  url: old\nauth_provider:\n  other: *u # mine\n";

        String after = Format.SDUTIL.merged(Samples.plain(), "", before);

        assertThat(after)
                .startsWith(base + "seistore:\n  <<: *b\n  url: 'https://contoso.")
                .contains("other: *u # mine\n");
        assertThat(Format.SDUTIL.merged(Samples.plain(), "", after)).isEqualTo(after);
        String merged = Format.SDUTIL.merged(Samples.plain(), "", base + "seistore:\n  x: 1\n  <<: *b\n");
        assertThat(merged).startsWith(base + "seistore:\n  x: 1\n  <<: *b\n  service: ");
        assertThat(Format.SDUTIL.merged(Samples.plain(), "", merged)).isEqualTo(merged);
    }

    @ParameterizedTest
    @CsvSource({
        "'base: &b {url: secret}\nseistore: *b', 2",
        "'u: &u secret\nseistore:\n  url: *u', 3",
        "'seistore:\n  url: &u secret\nother: *u', 2",
        "'seistore: &s\n  x: secret\nother: *s', 1"
    })
    void refusesToChangeWhatOtherLinesShare(String before, int line) {
        assertThatThrownBy(() -> Format.SDUTIL.merged(Samples.plain(), "", before.replace("\\n", "\n")))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessage("line " + line + " shares its value with other lines by an anchor (&, *): write it out");
    }

    @Test
    void changesTheLastOfTwo() throws Exception {
        assertThat(Format.SDUTIL.merged(Samples.plain(), "", "seistore:\n  url: a\n  url: b\n"))
                .startsWith("seistore:\n  url: a\n  url: 'https://contoso.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [secret",
                "a: 'secret",
                "- secret",
                "seistore: secret",
                "auth_provider:\n  azure: secret\n",
                "---\na: 1\n---\nb: secret\n",
                "\tsecret: x",
                "auth_provider:\n  azure: [secret]\n"
            })
    void refusesWhatItCannotChange(String before) {
        assertThatThrownBy(() -> Format.SDUTIL.merged(Samples.plain(), "", before))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageNotContaining("secret");
    }

    private static JsonNode read(String text) {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }
}
