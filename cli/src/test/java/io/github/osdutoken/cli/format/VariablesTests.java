package io.github.osdutoken.cli.format;

import static io.github.osdutoken.cli.format.Samples.NASTY;
import static io.github.osdutoken.cli.format.Samples.NASTY_LINES;
import static io.github.osdutoken.cli.format.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.osdutoken.SignInException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The formats that set variables, read as their readers read them. */
class VariablesTests {

    static final List<String> VALUES = List.of("1.AXoA-plain_value.x", NASTY, NASTY_LINES, "it's", "a b", "c\\d$e");

    @ParameterizedTest
    @FieldSource("VALUES")
    void aShellGetsEachValueBack(String value) throws Exception {
        assertThat(Shell.evaluated(
                        Format.ENV.text(Samples.issued(value)),
                        "sh -c 'printf \"%s\\0%s\\0%s\" \"$REFRESH_TOKEN\" \"$CLIENT_SECRET\" \"$ACCESS_TOKEN\"'"))
                .containsExactly(value, "client~" + value, "access." + value);
    }

    @Test
    void theDataLoaderFindsItsVariables() throws Exception {
        assertThat(Shell.evaluated(
                        Format.ENV.text(Samples.issued("rt")),
                        "printf '%s|' \"$AZURE_TENANT\" \"$CLIENT_ID\" \"$SCOPE\" \"$LOGIN_ENDPOINT\""
                                + " \"$TOKEN_ENDPOINT\" \"$OSDU_ENDPOINT\" \"$DATA_PARTITION\""))
                .containsExactly(TENANT + "|the-client|the-client/.default openid|https://login.microsoftonline.com/"
                        + TENANT + "/oauth2/v2.0/token|https://login.microsoftonline.com/" + TENANT
                        + "/oauth2/v2.0/token|https://contoso.energy.azure.com|contoso-opendes|");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(Format.ENV.text(Samples.plain()))
                .contains("export CLIENT_ID=")
                .doesNotContain("CLIENT_SECRET");
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void azdIsGivenEachValue(String value) throws Exception {
        String azd = "azd() { printf '%s %s %s=%s\\0' \"$1\" \"$2\" \"$3\" \"$4\"; }\n";
        assertThat(Shell.evaluated(azd + Format.AZD.text(Samples.issued(value)), ""))
                .contains(
                        "env set AZURE_TENANT_ID=" + TENANT,
                        "env set AZURE_CLIENT_ID=the-client",
                        "env set AZURE_CLIENT_SECRET=client~" + value,
                        "env set AUTH_INGRESS=contoso.energy.azure.com",
                        "env set AUTH_REFRESH=" + value);
    }

    @Test
    void azdTakesNoValueForAnOption() {
        assertThat(Format.AZD.text(Samples.issued("-v")).lines())
                .contains("azd env set -- AUTH_REFRESH '-v'", "azd env set AZURE_CLIENT_SECRET 'client~-v'");
    }

    /** PowerShell, about_Quoting_Rules: between single quotes only two quotes, of any of its kinds, are special. */
    @ParameterizedTest
    @FieldSource("VALUES")
    void powerShellGetsEachValueBack(String value) {
        Matcher line = Pattern.compile(
                        "\\$env:(\\w+) = '((?:[^'\u2018\u2019\u201a\u201b]|([' \u2018\u2019\u201a\u201b])\\3)*)'\n")
                .matcher(Format.POWERSHELL.text(Samples.issued(value)));
        Map<String, String> read = new LinkedHashMap<>();
        int end = 0;
        while (line.find() && line.start() == end) {
            read.put(line.group(1), line.group(2).replaceAll("(['\u2018\u2019\u201a\u201b])\\1", "$1"));
            end = line.end();
        }
        assertThat(read).contains(entry("REFRESH_TOKEN", value), entry("CLIENT_SECRET", "client~" + value));
    }

    /** The runner reads NAME<<DELIMITER, the value's lines, DELIMITER. */
    @ParameterizedTest
    @FieldSource("VALUES")
    void gitHubsRunnerGetsEachValueBackAndMasksIt(String value) throws Exception {
        Issued issued = Samples.issued(value);
        String file = Format.GITHUB.merged(issued, "", "BEFORE=1\n");
        assertThat(Format.GITHUB.appends()).isTrue();
        Deque<String> lines = new ArrayDeque<>(List.of(file.split("\n", -1)));
        Map<String, String> read = new LinkedHashMap<>();
        while (!lines.getFirst().isEmpty()) {
            String[] head = lines.removeFirst().split("<<", 2);
            StringBuilder text = new StringBuilder();
            for (String line = lines.removeFirst(); !line.equals(head[1]); line = lines.removeFirst()) {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
            read.put(head[0], text.toString());
        }
        assertThat(read).contains(entry("REFRESH_TOKEN", value), entry("ACCESS_TOKEN", "access." + value));

        List<String> masked = Format.GITHUB
                .announcement(issued)
                .lines()
                .map(line -> line.substring("::add-mask::".length())
                        .replace("%0A", "\n")
                        .replace("%0D", "\r")
                        .replace("%25", "%"))
                .toList();
        value.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> assertThat(masked).anyMatch(m -> m.equals(line)));
        assertThat(masked).noneMatch(String::isBlank).doesNotContain("the-client");
        assertThat(Format.GITHUB.text(issued)).startsWith(Format.GITHUB.announcement(issued));
    }

    @Test
    void gitHubsDelimiterCannotBeForeseen() {
        assertThat(Format.GITHUB.text(Samples.plain())).isNotEqualTo(Format.GITHUB.text(Samples.plain()));
    }

    /** The agent decodes line breaks first and percent signs last. */
    @ParameterizedTest
    @FieldSource("VALUES")
    void azurePipelinesGetsEachValueBackAndKeepsSecretsSecret(String value) {
        Map<String, String> read = new LinkedHashMap<>();
        Format.AZURE_PIPELINES.text(Samples.issued(value)).lines().forEach(line -> {
            Matcher command = Pattern.compile("##vso\\[task\\.setvariable variable=(\\w+)(;issecret=true)?](.*)")
                    .matcher(line);
            assertThat(command.matches()).isTrue();
            read.put(
                    command.group(1) + (command.group(2) == null ? "" : " (secret)"),
                    command.group(3).replace("%0D", "\r").replace("%0A", "\n").replace("%AZP25", "%"));
        });
        assertThat(read)
                .contains(
                        entry("CLIENT_ID", "the-client"),
                        entry("CLIENT_SECRET (secret)", "client~" + value),
                        entry("REFRESH_TOKEN (secret)", value),
                        entry("ACCESS_TOKEN (secret)", "access." + value));
    }

    @Test
    void gitLabTakesOneLineForEachValueAsItIs() {
        assertThat(Format.GITLAB.text(Samples.issued(NASTY)).lines()).contains("REFRESH_TOKEN=" + NASTY);
        assertThatThrownBy(() -> Format.GITLAB.text(Samples.issued("two\nlines")))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("cannot hold its value, which has a line break")
                .hasMessageNotContaining("two");
    }

    @Test
    void whoReportsTooMuchToGitLabIsTold() {
        Issued large = Samples.issued("x".repeat(2000));
        assertThat(Format.GITLAB.notes(large, Format.GITLAB.text(large)))
                .singleElement()
                .asString()
                .contains("GitLab takes 5120");
        assertThat(Format.GITLAB.notes(Samples.plain(), Format.GITLAB.text(Samples.plain())))
                .isEmpty();
    }

    @Test
    void readersOfEnvFilesAgreeOnWhatIsWritten() throws Exception {
        assertThat(Quoting.dotenv("1.AXoA-b_c~d/e=")).isEqualTo("1.AXoA-b_c~d/e=");
        assertThat(Quoting.dotenv("a b$c\\d\"e#")).isEqualTo("'a b$c\\d\"e#'");
        assertThat(Quoting.dotenv("it's $5\n\"\\")).isEqualTo("\"it's \\$5\\n\\\"\\\\\"");
        assertThat(Shell.evaluated(
                        Format.DOTENV.text(Samples.plain()), "printf '%s\\0%s' \"$REFRESH_TOKEN\" \"$SCOPE\""))
                .containsExactly("0.ARoA-v4_j5.new", "the-client/.default openid");
    }

    @Test
    void osdusJavaSuitesFindAllFiveTokens() throws Exception {
        String print = "printf '%s|' \"$PRIVILEGED_USER_TOKEN\" \"$ROOT_USER_TOKEN\" \"$NO_ACCESS_USER_TOKEN\""
                + " \"$INTEGRATION_TESTER_ACCESS_TOKEN\" \"$NO_DATA_ACCESS_TESTER_ACCESS_TOKEN\"";
        Issued three = new Issued(
                Samples.profile(null),
                Samples.tokens("editor"),
                Map.of("root", Samples.tokens("root"), "no-access", Samples.tokens("stranger")));

        assertThat(Shell.evaluated(Format.OSDU_JAVA_TESTS.text(three), print))
                .containsExactly("access.editor|access.root|access.stranger|access.editor|access.stranger|");
        assertThat(Format.OSDU_JAVA_TESTS.notes(three, "")).isEmpty();
    }

    @Test
    void oneUserStandsInForThoseWhoAreNotConfigured() throws Exception {
        Issued one = Samples.issued("editor");

        assertThat(Shell.evaluated(
                        Format.OSDU_JAVA_TESTS.text(one),
                        "printf '%s|' \"$ROOT_USER_TOKEN\" \"$NO_ACCESS_USER_TOKEN\""))
                .containsExactly("access.editor|access.editor|");
        assertThat(Format.OSDU_JAVA_TESTS.notes(one, ""))
                .hasSize(2)
                .allMatch(note -> note.contains("editor@contoso.com stands in"));
    }
}
