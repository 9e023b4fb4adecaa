package io.github.osdutoken.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Files of variables in which ours change and nothing else does. */
class AssignmentsTests {

    @Test
    void keepsWhatElseIsInAnEnvrc() throws Exception {
        String before = """
                # my notes
                source_up
                export NAME=contoso   # ours
                export REFRESH_TOKEN='old
                one' # from the portal
                  export CLIENT_ID=$(cat id) # was computed
                # export REFRESH_TOKEN=commented
                export LEGAL_TAG=${DATA_PARTITION}-tag; PATH_add bin
                CLIENT_SECRET=a\\ b"c d"'e f'; export CLIENT_SECRET""";

        String after = Format.ENV.merged(Samples.issued("it's new"), "", before);

        assertThat(after).startsWith("""
                        # my notes
                        source_up
                        export NAME=contoso   # ours
                        export REFRESH_TOKEN='it'\\''s new' # from the portal
                          export CLIENT_ID='the-client' # was computed
                        # export REFRESH_TOKEN=commented
                        export LEGAL_TAG=${DATA_PARTITION}-tag; PATH_add bin
                        CLIENT_SECRET='client~it'\\''s new'; export CLIENT_SECRET
                        export AZURE_TENANT='""").endsWith("export ACCESS_TOKEN='access.it'\\''s new'\n");
        assertThat(Format.ENV.merged(Samples.issued("it's new"), "", after)).isEqualTo(after);
    }

    @Test
    void keepsWhatElseIsInAnEnvFile() throws Exception {
        String before = "A=1\r\nREFRESH_TOKEN=old # note\r\nSCOPE=\"a\\\"b\" # two\r\nCLIENT_ID= 'x y'\r\n";

        assertThat(Format.DOTENV.merged(Samples.plain(), "", before))
                .startsWith(
                        "A=1\r\nREFRESH_TOKEN=0.ARoA-v4_j5.new # note\r\nSCOPE='the-client/.default openid' # two\r\n"
                                + "CLIENT_ID=the-client\r\nAZURE_TENANT=")
                .doesNotContain("old");
    }

    @Test
    void takesNoTextOfAnotherCommandForAnAssignment() throws Exception {
        String before = """
                echo "
                REFRESH_TOKEN=text $(date "+%Y
                CLIENT_ID=text")
                "
                export SCOPE=$(cat <<END
                CLIENT_ID=text
                END
                ${A:-"
                CLIENT_ID=text"}) # computed
                export CLIENT_ID="$(printf '%s\\n' ")") `
                id`" # two lines
                it's here
                # it's a comment
                export REFRESH_TOKEN=old
                """;

        String after = Format.ENV.merged(Samples.plain(), "", before);

        assertThat(after).startsWith("""
                        echo "
                        REFRESH_TOKEN=text $(date "+%Y
                        CLIENT_ID=text")
                        "
                        export SCOPE='the-client/.default openid' # computed
                        export CLIENT_ID='the-client' # two lines
                        it's here
                        # it's a comment
                        export REFRESH_TOKEN='0.ARoA-v4_j5.new'
                        export AZURE_TENANT='""");
        assertThat(Format.ENV.merged(Samples.plain(), "", after)).isEqualTo(after);
    }

    @Test
    void refusesQuotesThatDoNotEnd() {
        assertThatThrownBy(() -> Format.ENV.merged(Samples.plain(), "", "A=1\nexport B='secret\n\n"))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessage("the quotes of the value in line 2 do not end");
    }
}
