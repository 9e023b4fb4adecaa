package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Password;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTests {

    @TempDir
    private Path directory;

    @Test
    void readsTheSourcesInTheirOrder() {
        Given given = Given.user(directory).without("OSDU_CLIENT_ID").variable("CLIENT_ID", "7");
        assertThat(given.load().client().id()).isEqualTo("7");
        given.workingDirectoryFile("osdu.client-id = 6");
        assertThat(given.load().client().id()).isEqualTo("6");
        given.classpathFile("osdu.client-id = 5");
        assertThat(given.load().client().id()).isEqualTo("5");
        given.variable("OSDU_CLIENT_ID", "4");
        assertThat(given.load().client().id()).isEqualTo("4");
        given.property("osdu.client-id", "3");
        assertThat(given.load().client().id()).isEqualTo("3");
        given.parameter("osdu.client-id", "2");
        assertThat(given.load().client().id()).isEqualTo("2");
        given.override("osdu.client-id", "1");
        assertThat(given.load().client().id()).isEqualTo("1");
    }

    @Test
    void countsBlankAsUnsetEverywhere() {
        Given given = Given.user(directory)
                .override("osdu.client-id", "")
                .parameter("osdu.client-id", " ")
                .property("osdu.client-id", "\t")
                .variable("OSDU_CLIENT_ID", "")
                .classpathFile("osdu.client-id =")
                .workingDirectoryFile("osdu.client-id = app-6\\u0020");

        assertThat(given.load().client().id()).isEqualTo("app-6");
    }

    @Test
    void countsWhatAPipelineLeavesForAnUnknownVariableAsUnset() {
        Given given = Given.user(directory)
                .variable("OSDU_CLIENT_SECRET", "$(osdu-client-secret)")
                .variable("OSDU_CLIENT_ID", "$(OSDU_CLIENT_ID)")
                .workingDirectoryFile("osdu.client-id = app-6");

        assertThat(given.load().client().id()).isEqualTo("app-6");
        assertThat(given.load().client().secret()).isNull();
    }

    @Test
    void takesATextThatOnlyContainsAVariableForAValue() {
        Given given = Given.user(directory).variable("OSDU_PASSWORD", "$(a)$(b)");

        assertThat(given.load().user().password()).isEqualTo(new Password("$(a)$(b)"));
    }

    @Test
    void readsAliasesInTheirOrderAndOnlyWhenTheKeyIsUnsetEverywhere() {
        for (Setting setting : Setting.values()) {
            Given given = Given.nothing(directory);
            for (int i = setting.aliases().size() - 1; i >= 0; i--) {
                String alias = setting.aliases().get(i);
                given.variable(alias, "value");
                assertThat(given.origin(setting)).contains("the environment variable " + alias);
            }
        }
        Given given = Given.user(directory)
                .without("OSDU_CLIENT_ID")
                .variable("CLIENT_ID", "alias")
                .workingDirectoryFile("osdu.client-id = key");
        assertThat(given.load().client().id()).isEqualTo("key");
    }

    @Test
    void tellsWhereEachValueComesFrom() throws Exception {
        Given given = Given.user(directory)
                .override("osdu.scope", "openid")
                .parameter("osdu.timeout", "2m")
                .parameter("osdu.browser", "edge")
                .property("osdu.browser", "edge")
                .classpathFile("osdu.cache=none")
                .workingDirectoryFile("osdu.headless=false");

        assertThat(given.loader().resolve("default"))
                .extracting(ResolvedSetting::toString)
                .containsExactly(
                        "osdu.tenant-id from the environment variable OSDU_TENANT_ID",
                        "osdu.client-id from the environment variable OSDU_CLIENT_ID",
                        "osdu.username from the environment variable OSDU_USERNAME",
                        "osdu.password from the environment variable OSDU_PASSWORD",
                        "osdu.scope from the override osdu.scope",
                        "osdu.browser from the system property osdu.browser",
                        "osdu.headless from osdu.headless in " + directory.resolve("osdu.properties"),
                        "osdu.timeout from the JUnit configuration parameter osdu.timeout",
                        "osdu.cache from osdu.cache in osdu.properties on the class path ("
                                + directory
                                        .resolve("classes/osdu.properties")
                                        .toUri()
                                        .toURL() + ")");
        assertThat(given.loader().resolve("default"))
                .extracting(ResolvedSetting::shown)
                .startsWith("contoso.onmicrosoft.com", "app-1", "editor@contoso.com", "<redacted>");
    }

    @Test
    void reportsAPropertiesFileThatCannotBeRead() {
        assertThat(Given.user(directory)
                        .workingDirectoryFile("osdu.pages=C:\\users\\x")
                        .failure())
                .isEqualTo("Reading the sign-in configuration failed: " + directory.resolve("osdu.properties")
                        + " has a malformed \\u escape. Write a backslash as \\\\, or use / in paths.");
    }

    @Test
    void findsTheProcessesOwnSettings() {
        assertThat(ProfileLoader.standard()
                        .withOverrides(Map.of("osdu.timeout", "2m"))
                        .resolve("default"))
                .extracting(ResolvedSetting::setting)
                .contains(Setting.TIMEOUT);
    }
}
