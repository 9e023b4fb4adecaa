package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTests {

    @TempDir
    private Path directory;

    @Test
    void refusesAMisspeltKeyInOurFile() {
        assertThat(Given.user(directory)
                        .workingDirectoryFile("osdu.headles=false\nother.key=1")
                        .failure())
                .isEqualTo("Reading the sign-in configuration failed: There is no key osdu.headles, which is set by"
                        + " osdu.headles in " + directory.resolve("osdu.properties") + ". Did you mean osdu.headless?");
    }

    @Test
    void refusesAMisspeltOverride() {
        assertThat(Given.user(directory).override("scope", "openid").failure())
                .endsWith("There is no key scope, which is set by the override scope. Did you mean osdu.scope?");
    }

    @Test
    void warnsOfASystemPropertySinceOthersMayUseThePrefix() {
        try (Logged logged = new Logged()) {
            Given.user(directory)
                    .property("osdu.time-out", "1s")
                    .property("osduish", "1s")
                    .load();
            assertThat(logged.warnings())
                    .containsExactly("WARNING There is no key osdu.time-out, which is set by the system property"
                            + " osdu.time-out. Did you mean osdu.timeout?");
        }
    }

    @Test
    void ignoresVariablesOfOtherTools() {
        assertThat(Given.user(directory)
                        .variable("OSDU_APP_ID", "x")
                        .load()
                        .client()
                        .id())
                .isEqualTo("app-1");
    }

    @ParameterizedTest
    @CsvSource({
        "osdu.clientId, osdu.client-id",
        "osdu.tennant-id, osdu.tenant-id",
        "osdu.scopes, osdu.scope",
        "OSDU_CLIENT_SECRET, osdu.client-secret",
        "osdu.pasword-file, osdu.password-file",
        "osdu.username-file, osdu.username",
        "osdu.profile.viewer.user-name, osdu.profile.viewer.username",
        "osdu.profile.default.username, osdu.username",
    })
    void findsTheNearestKey(String written, String meant) {
        assertThat(SettingName.ofKey(written)).isEmpty();
        assertThat(UnknownKeys.nearest(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"osdu.token-endpoint", "osdu.foo", "osdu.profile.viewer", "osdu."})
    void doesNotGuessWildly(String written) {
        assertThat(SettingName.ofKey(written)).isEmpty();
        assertThat(UnknownKeys.nearest(written)).isEmpty();
    }
}
