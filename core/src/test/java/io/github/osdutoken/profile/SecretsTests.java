package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Password;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    private static final String CANARY = "canary-4711";

    @TempDir
    private Path directory;

    static Stream<Setting> secrets() {
        return Arrays.stream(Setting.values()).filter(Setting::secret);
    }

    @Test
    void keepsBlanksAroundASecretFromTheEnvironment() {
        assertThat(Given.user(directory)
                        .variable("OSDU_PASSWORD", " p ")
                        .load()
                        .user()
                        .password())
                .isEqualTo(new Password(" p "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p\n", "p\r\n"})
    void dropsTheLineBreakThatWasPastedWithASecret(String pasted) {
        assertThat(Given.user(directory)
                        .variable("OSDU_PASSWORD", pasted)
                        .load()
                        .user()
                        .password())
                .isEqualTo(new Password("p"));
    }

    @Test
    void refusesAPasswordWhoseCharactersTheLocaleLost() {
        assertThat(Given.user(directory)
                        .variable("OSDU_PASSWORD", "Gr\uFFFD\uFFFDn")
                        .failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu.password is set by the environment variable"
                        + " OSDU_PASSWORD to characters that were lost: this JVM's locale cannot hold them."
                        + " Run with LC_ALL=C.UTF-8, or put the value in a file.");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void readsEverySecretFromAFileNamedByAnySource(Setting secret) {
        String key = secret.key() + "-file";
        Given given = Given.nothing(directory).file("s", "x");
        given.workingDirectoryFile(key + "=s");
        assertThat(given.origin(secret)).hasValueSatisfying(o -> assertThat(o).endsWith("osdu.properties"));
        given.variable(secret.variable() + "_FILE", "s");
        assertThat(given.origin(secret)).hasValueSatisfying(o -> assertThat(o).endsWith(secret.variable() + "_FILE"));
        given.property(key, "s");
        assertThat(given.origin(secret)).hasValueSatisfying(o -> assertThat(o).endsWith("the system property " + key));
        given.override(key, "s");
        assertThat(given.origin(secret)).hasValueSatisfying(o -> assertThat(o).endsWith("the override " + key));
    }

    @Test
    void refusesSecretsWhereOthersSeeThem() {
        String mend = " Remove it there, and set it in the environment as OSDU_PASSWORD, or name a file that holds it"
                + " with OSDU_PASSWORD_FILE or osdu.password-file. Change the secret if others have seen it.";
        String begin = "Reading the sign-in configuration failed: osdu.password is a secret and set by ";
        assertThat(Given.user(directory).property("osdu.password", CANARY).failure())
                .isEqualTo(begin + "the system property osdu.password; process listings show it and Surefire writes it"
                        + " into its reports." + mend);
        assertThat(Given.user(directory).parameter("osdu.password", CANARY).failure())
                .isEqualTo(begin + "the JUnit configuration parameter osdu.password; configuration parameters are kept"
                        + " in build files under version control and shown in reports." + mend);
        assertThat(Given.user(directory).override("osdu.password", CANARY).failure())
                .isEqualTo(
                        begin + "the override osdu.password; source code and command lines are read by others." + mend);
        assertThat(Given.user(directory)
                        .workingDirectoryFile("osdu.password=" + CANARY)
                        .failure())
                .isEqualTo(begin + "osdu.password in " + directory.resolve("osdu.properties")
                        + "; such files end up in version control." + mend);
    }

    @Test
    void complainsOnceAboutASecretThatIsRefused() {
        assertThat(Given.user(directory)
                        .without("OSDU_PASSWORD")
                        .property("osdu.password", CANARY)
                        .parameter("osdu.password", CANARY)
                        .failure())
                .contains("the system property")
                .doesNotContain("is not set", "parameter osdu");
    }

    @Test
    void refusesAnotherProfilesSecretToo() {
        assertThat(Given.user(directory)
                        .classpathFile("osdu.profile.viewer.totp-secret=" + CANARY)
                        .failure())
                .contains("osdu.profile.viewer.totp-secret is a secret")
                .contains("OSDU_PROFILE_VIEWER_TOTP_SECRET_FILE");
    }

    @Test
    void refusesATotpSecretThatGivesNoCodes() {
        assertThat(Given.user(directory).variable("OSDU_TOTP_SECRET", CANARY).failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu.totp-secret is '<redacted>', set by the"
                        + " environment variable OSDU_TOTP_SECRET. It has characters other than the letters A to Z and"
                        + " the digits 2 to 7, of which base32 is made. Give the base32 text that the registration page"
                        + " of Entra ID shows under 'I want to use a different authenticator app', 'Can't scan image?',"
                        + " or an otpauth://totp/ URI.");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void neverTellsASecret(Setting secret) {
        List<String> told = new ArrayList<>();
        try (Logged logged = new Logged()) {
            tellAbout(secret, told);
            told.addAll(logged.lines());
        }
        assertThat(told).hasSizeGreaterThan(20).noneMatch(s -> s.contains(CANARY));
        assertThat(told)
                .contains("FINE Profile default: " + secret.key() + " from the environment variable "
                        + secret.variable());
    }

    private void tellAbout(Setting secret, List<String> told) {
        told.add(outcome(Given.user(directory).variable(secret.variable(), CANARY)));
        told.add(outcome(Given.user(directory)
                .variable("OSDU_PROFILE_A_" + secret.variable().substring(5), CANARY)));
        told.add(outcome(Given.user(directory).override(secret.key(), CANARY)));
        told.add(outcome(Given.user(directory).parameter(secret.key(), CANARY)));
        told.add(outcome(Given.user(directory).property(secret.key(), CANARY)));
        told.add(outcome(Given.user(directory).classpathFile(secret.key() + "=" + CANARY)));
        told.add(outcome(Given.user(directory).classpathFile(secret.key() + "s=" + CANARY)));
        told.add(outcome(Given.user(directory).classpathFile(secret.variable() + "=" + CANARY + "\\uzzzz")));
        told.add(outcome(
                Given.user(directory).classpathFile("").file("s", CANARY).variable(secret.variable() + "_FILE", "s")));
        told.add(outcome(Given.user(directory)
                .property("osdu.emulator", "true")
                .emulator(profile -> Map.of(secret.key(), CANARY, "osdu.foo", CANARY))));
    }

    private static String outcome(Given given) {
        String settings = given.loader().resolve("default") + " "
                + given.loader().resolve("default").stream()
                        .map(ResolvedSetting::shown)
                        .toList();
        try {
            return settings + given.load();
        } catch (RuntimeException e) {
            return settings + e + e.getCause();
        }
    }
}
