package io.github.osdutoken.cli.format;

import static io.github.osdutoken.cli.format.Samples.NASTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.SignInException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** osducli's file. */
class IniDocumentTests {

    @Test
    void writesWhatOsducliReads() {
        assertThat(Format.OSDUCLI.text(Samples.issued("rt"))).isEqualTo("""
                        [core]
                        server = https://contoso.energy.azure.com
                        crs_catalog_url = /api/crs/catalog/v2/
                        crs_converter_url = /api/crs/converter/v2/
                        entitlements_url = /api/entitlements/v2/
                        file_url = /api/file/v2/
                        legal_url = /api/legal/v1/
                        schema_url = /api/schema-service/v1/
                        search_url = /api/search/v2/
                        storage_url = /api/storage/v2/
                        unit_url = /api/unit/v3/
                        workflow_url = /api/workflow/v1/
                        data_partition_id = contoso-opendes
                        authentication_mode = refresh_token
                        token_endpoint = https://login.microsoftonline.com/%s/oauth2/v2.0/token
                        refresh_token = rt
                        client_id = the-client
                        client_secret = client~rt
                        """.formatted(Samples.TENANT));
    }

    /** Python's configparser, as osducli uses it, takes a percent sign for interpolation. */
    @Test
    void doublesPercentSigns() {
        assertThat(Format.OSDUCLI.text(Samples.issued(NASTY)).lines())
                .contains("refresh_token = " + NASTY.replace("%", "%%"));
    }

    @Test
    void keepsCommentsOrderAndOtherValues() throws Exception {
        String before = """
                # osducli, by hand
                [other]
                refresh_token = not ours

                [core]
                ; which one
                Refresh_Token: old
                    and more of it
                search_url = /my/search/
                authentication_mode=msal_interactive
                legal_tag = a
                    tag

                [last]
                x = 1
                """;

        String after = Format.OSDUCLI.merged(Samples.plain(), "", before);

        assertThat(after).startsWith("""
                        # osducli, by hand
                        [other]
                        refresh_token = not ours

                        [core]
                        ; which one
                        Refresh_Token: 0.ARoA-v4_j5.new
                        search_url = /my/search/
                        authentication_mode=refresh_token
                        legal_tag = a
                            tag
                        server = https://contoso.energy.azure.com
                        """).endsWith("client_id = the-client\n\n[last]\nx = 1\n");
        assertThat(Format.OSDUCLI.merged(Samples.plain(), "", after)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a = 1                | line 1 is in no [section]
                    [core]^nonsense      | line 2 is neither a section, nor an option, nor a comment
                    [core]^a = 1^A: 2    | line 3 sets a again
                    [core]^a = 1^[core]  | line 3 begins the section [core] again
                    """)
    void refusesWhatIsNoIni(String lines, String complaint) {
        assertThatThrownBy(() -> Format.OSDUCLI.merged(Samples.plain(), "", lines.replace('^', '\n')))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessage(complaint);
    }

    @Test
    void refusesAValueThatNoLineCanHold() {
        assertThatThrownBy(() -> Format.OSDUCLI.text(Samples.issued("a\nb"))).isInstanceOf(SignInException.class);
    }
}
