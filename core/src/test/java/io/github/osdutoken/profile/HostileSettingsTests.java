package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever settings say: a profile or a reason, no crash, no end of waiting and no secret in the words. */
class HostileSettingsTests {

    private static final int MOST_WORDS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void areReadOrRefusedHoweverTheirFileIsChanged() {
        byte[] good = """
                osdu.timeout = 60s
                osdu.redirect-uri = http://localhost:8080
                osdu.trusted-hosts = adfs.contoso.com, [::1]:8443
                osdu.profile.viewer.username = vito@contoso.com
                osdu.scope = https://energy.azure.com/.default openid \\
                    offline_access
                osdu.server: https://osdu.example \\u00fc
                osdu.data-partition-id=opendes
                osdu.cache-dir=target/x
                """.getBytes(StandardCharsets.UTF_8);
        Fuzz.run(300, random -> {
            Files.write(folder.resolve("osdu.properties"), Fuzz.mutated(good, random));
            assertReadOrRefused();
        });
    }

    @Test
    void areReadOrRefusedWhateverTheirValues() {
        Setting[] settings = Setting.values();
        Fuzz.run(400, random -> {
            Given given = Given.user(folder);
            for (int i = 0; i < 3; i++) {
                Setting setting = settings[random.nextInt(settings.length)];
                String value = Fuzz.mutated(setting.defaultValue().orElse("https://a.example/x"), random)
                        .replace("true", "false"); // the emulator is none of this
                given.variable(setting.variable(), value);
            }
            try {
                assertThat(given.load().toString()).doesNotContain("pass-1");
            } catch (ConfigurationException e) {
                assertThat(e.getMessage()).doesNotContain("pass-1").hasSizeLessThan(MOST_WORDS);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999h", "PT9223372036854775807S", "P300000D", "PT25H"})
    void giveNoLongerTimeThanCanBeReckonedWith(String timeout) {
        assertThat(Given.user(folder).variable("OSDU_TIMEOUT", timeout).failure())
                .contains("Give a day (24h) at most.");
        assertThat(Given.user(folder)
                        .variable("OSDU_TIMEOUT", "24h")
                        .load()
                        .signIn()
                        .timeout())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void nameFilesThatNameThemselves() throws IOException {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        Files.createSymbolicLink(folder.resolve("osdu.properties"), loop);

        assertRefusesPasswordFile(loop.toString()).contains("OSDU_PASSWORD_FILE");
        assertRefusesPasswordFile("password").contains("does not exist");
        assertRefusesPasswordFile("a\0b").contains("is not a path");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nameDevicesAndPipes() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        Fuzz.run(1, random -> {
            assertRefusesPasswordFile("/dev/zero").contains("is larger than 64 KiB");
            assertRefusesPasswordFile("/dev/null").contains("is empty");
            assertRefusesPasswordFile(pipe.toString()).contains("did not end within 10 s");
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mayComeThroughAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writer = new ProcessBuilder("sh", "-c", "echo from-a-pipe > \"$0\"", pipe.toString()).start();

        assertThat(NamedFile.read(pipe, 100)).asString(StandardCharsets.UTF_8).isEqualTo("from-a-pipe\n");
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void areInAPlaceWithoutEnd() throws Exception {
        Files.createSymbolicLink(folder.resolve("osdu.properties"), Path.of("/dev/zero"));

        Fuzz.run(
                1,
                random -> assertThatExceptionOfType(ConfigurationException.class)
                        .isThrownBy(() -> Given.user(folder).load())
                        .withMessageContaining("is larger than 1 MiB"));
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertRefusesPasswordFile(String name) {
        return assertThat(Given.user(folder)
                .without("OSDU_PASSWORD")
                .variable("OSDU_PASSWORD_FILE", name)
                .failure());
    }

    private void assertReadOrRefused() {
        try {
            assertThat(Given.user(folder).load().toString()).doesNotContain("pass-1");
        } catch (ConfigurationException e) {
            assertThat(e.getMessage()).doesNotContain("pass-1").hasSizeLessThan(MOST_WORDS);
        }
    }
}
