package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sign-in lacks is told apart from what is wrong. */
class MissingTests {

    @TempDir
    private Path folder;

    @Test
    void everythingOfAnEmptyMachine() {
        assertThat(Given.nothing(folder).loader().missing(Profile.DEFAULT))
                .containsExactly(
                        "osdu.tenant-id (OSDU_TENANT_ID)",
                        "osdu.client-id (OSDU_CLIENT_ID)",
                        "osdu.username (OSDU_USERNAME)",
                        "osdu.password (OSDU_PASSWORD, OSDU_PASSWORD_FILE)");
    }

    @Test
    void nothingOfACompleteProfile() {
        assertThat(Given.user(folder).loader().missing(Profile.DEFAULT)).isEmpty();
        assertThat(Given.user(folder)
                        .variable("OSDU_PROFILE_VIEWER_USERNAME", "viewer@contoso.com")
                        .loader()
                        .missing("viewer"))
                .isEmpty();
    }

    @Test
    void theNameOfAProfileForWhichNothingIsSet() {
        assertThat(Given.user(folder).loader().missing("viewer"))
                .containsExactly("osdu.profile.viewer.username (OSDU_PROFILE_VIEWER_USERNAME)");
    }

    @Test
    void nothingWhenAnythingIsWrong() {
        ProfileLoader loader =
                Given.nothing(folder).variable("OSDU_TIMEOUT", "soon").loader();

        assertThatThrownBy(() -> loader.missing(Profile.DEFAULT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("5 settings are missing or wrong.")
                .hasMessageContaining("osdu.timeout is 'soon'");
        assertThatThrownBy(() -> loader.missing("no name")).hasMessageContaining("That is no name for a profile.");
    }
}
