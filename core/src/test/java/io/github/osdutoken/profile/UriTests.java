package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuer       |; it is shown in logs and reports.
            authority    |; it is shown in logs and reports.
            redirect-uri |; it is shown in logs and reports.
            grid-url     |, which is shown in logs and reports: they go into osdu.grid-username and osdu.grid-password.
            """)
    void refusesPasswordsInUrlsWithoutShowingThem(String key, String why) {
        String variable = Setting.ofShortKey(key).orElseThrow().variable();

        assertThat(Given.user(directory)
                        .variable(variable, "https://me:canary@a.example")
                        .failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu." + key + " is"
                        + " 'https://<redacted>@a.example', set by the environment variable " + variable + ". Give the"
                        + " URL without user name and password" + why);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:1/r", "http://127.9.9.9/r", "http://[::1]:1/r", "https://idp.example/r/"})
    void acceptsHttpOnLoopbackAndHttpsAnywhere(String uri) throws Exception {
        assertThat(Uris.issuer(uri)).hasToString(uri);
        assertThat(Uris.redirect(uri)).hasToString(uri);
    }
}
