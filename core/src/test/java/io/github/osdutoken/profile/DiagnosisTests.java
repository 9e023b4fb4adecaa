package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told one by one to those who look for what is wrong. */
class DiagnosisTests {

    @TempDir
    private Path directory;

    @Test
    void tellsOfEachProblemByItself() {
        ProfileLoader loader = Given.user(directory)
                .without("OSDU_PASSWORD")
                .variable("OSDU_TIMEOUT", "soon")
                .loader();

        assertThat(loader.problems(Profile.DEFAULT))
                .extracting(SettingProblem::setting)
                .containsExactlyInAnyOrder(Setting.PASSWORD, Setting.TIMEOUT);
        assertThat(loader.problems(Profile.DEFAULT)).allSatisfy(problem -> {
            assertThat(problem.found()).startsWith("osdu.").endsWith(".");
            assertThat(problem.next()).endsWith(".");
        });
        assertThat(Given.user(directory).loader().problems(Profile.DEFAULT)).isEmpty();
    }

    @Test
    void findsTheCacheFolderWhateverElseIsWrong() {
        ProfileLoader loader = Given.nothing(directory)
                .variable("OSDU_TIMEOUT", "soon")
                .property("osdu.cache-dir", "kept")
                .loader();

        assertThat(loader.cacheFolder()).contains(directory.resolve("kept"));
    }

    @Test
    void refusesACacheFolderThatIsAFile() {
        ProfileLoader loader = Given.nothing(directory)
                .file("kept", "")
                .property("osdu.cache-dir", "kept")
                .loader();

        assertThatThrownBy(loader::cacheFolder)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void tellsTheMendApartFromTheMessage() {
        Given nothing = Given.nothing(directory);
        SignInException failure = catchThrowableOfType(ConfigurationException.class, nothing::load);

        assertThat(failure.mend()).isPresent();
        assertThat(failure).hasMessageEndingWith(" " + failure.mend().orElseThrow());
        assertThat(failure.again("Not tried again. ").mend()).isEqualTo(failure.mend());
        assertThat(failure.withTrace(directory).mend()).isEqualTo(failure.mend());
    }
}
