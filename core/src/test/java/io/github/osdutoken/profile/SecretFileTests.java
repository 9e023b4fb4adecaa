package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Password;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFileTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "pass,pass",
                "pass\\n,pass",
                "pass\\r\\n,pass",
                "pass\\n\\n,pass\\n",
                " pa ss , pa ss ",
                "\uFEFFpass,pass"
            })
    void takesAFilesContentButOneTrailingNewline(String content, String secret) {
        Given given = Given.user(directory)
                .without("OSDU_PASSWORD")
                .file("pw", content.translateEscapes())
                .workingDirectoryFile("osdu.password-file=pw");

        assertThat(given.load().user().password()).isEqualTo(new Password(secret.translateEscapes()));
        assertThat(given.origin(Setting.PASSWORD))
                .contains("the file " + directory.resolve("pw") + " named by osdu.password-file in "
                        + directory.resolve("osdu.properties"));
    }

    @Test
    void readsAFileBeforeAnAlias() {
        Given given = Given.user(directory)
                .without("OSDU_PASSWORD")
                .variable("AZURE_PASSWORD", "alias")
                .variable("OSDU_PASSWORD_FILE", "pw")
                .file("pw", "file");

        assertThat(given.load().user().password()).isEqualTo(new Password("file"));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Given given = Given.user(directory).without("OSDU_PASSWORD").variable("OSDU_PASSWORD_FILE", "pw");
        Path file = directory.resolve("pw");
        assertThat(given.failure())
                .isEqualTo("Reading the sign-in configuration failed: The file " + file + " does not exist. It should"
                        + " hold osdu.password, says the environment variable OSDU_PASSWORD_FILE. Put the secret there"
                        + " as the only content, or correct the path.");
        Files.writeString(file, "\n");
        assertThat(given.failure()).contains("The file " + file + " is empty. ");
        Files.write(file, "pass".getBytes(StandardCharsets.UTF_16));
        assertThat(given.failure()).contains("The file " + file + " is not UTF-8 text. ");
        Files.writeString(file, "x".repeat(64 * 1024 + 1));
        assertThat(given.failure()).contains("The file " + file + " is larger than 64 KiB, which no secret is. ");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(given.failure()).contains("The file " + file + " is a directory. ");
    }

    @Test
    void refusesAValueBesideAFile() {
        assertThat(Given.user(directory)
                        .workingDirectoryFile("osdu.password-file=pw")
                        .failure())
                .isEqualTo("Reading the sign-in configuration failed: osdu.password is set twice: by the environment"
                        + " variable OSDU_PASSWORD, and in a file named by osdu.password-file in "
                        + directory.resolve("osdu.properties") + ". Remove one of them.");
    }
}
