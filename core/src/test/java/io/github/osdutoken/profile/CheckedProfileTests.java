package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a form is told of the settings in it. */
class CheckedProfileTests {

    @TempDir
    private Path directory;

    @Test
    void needsNobodyWhoSignsIn() {
        CheckedProfile checked =
                check(Given.user(directory).without("OSDU_USERNAME").without("OSDU_PASSWORD"));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.profile())
                .isNotNull()
                .satisfies(profile -> assertThat(profile.client().id()).isEqualTo("app-1"))
                .satisfies(profile -> assertThat(profile.user().username()).isNull());
    }

    @Test
    void saysWhatToDoAboutEachSetting() {
        CheckedProfile checked = check(Given.user(directory)
                .without("OSDU_CLIENT_ID")
                .override("osdu.issuer", "http://example.com")
                .override("osdu.redirect-uri", "nonsense here"));

        assertThat(checked.profile()).isNull();
        assertThat(checked.problems())
                .containsOnlyKeys(Setting.CLIENT_ID, Setting.ISSUER, Setting.REDIRECT_URI)
                .containsEntry(
                        Setting.ISSUER, "Use https; http is accepted on loopback only (localhost, 127.0.0.0/8, [::1]).")
                .containsEntry(Setting.REDIRECT_URI, "Give a URL, such as https://example.com.");
    }

    @Test
    void failsWhereNoFieldIsToBlame() {
        assertThatThrownBy(() -> check(Given.user(directory).override("osdu.client-idd", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Did you mean osdu.client-id?");
    }

    @Test
    void listsTheProfiles() {
        assertThat(Given.user(directory)
                        .variable("OSDU_PROFILE_NO_ACCESS_USERNAME", "nobody@contoso.com")
                        .property("osdu.profile.admin.username", "admin@contoso.com")
                        .loader()
                        .names())
                .containsExactly("default", "admin", "no-access");
    }

    private static CheckedProfile check(Given given) {
        return given.loader().check(Profile.DEFAULT);
    }
}
