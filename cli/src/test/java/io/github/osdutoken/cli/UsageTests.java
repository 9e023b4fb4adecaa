package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says of itself, and to those who mistype. */
@ResourceLock(Run.THIS_JVM)
class UsageTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    get --format yaml   | 'yaml' is not a format. There are: refresh-token, access-token, header, json, env,
                    get --formt json    | Unknown options: '--formt', 'json'
                    get --profile       | Missing required parameter for option '--profile' (NAME)
                    get a-token         | Unmatched argument at index 1: 'a-token'
                    emulator --port x   | Invalid value for option '--port': 'x' is not an int
                    get --style camel   | 'camel' is not a style of refresh-token. There are: none
                    get --format postman --style x | 'x' is not a style of postman. There are: adme-samples, oak-forest
                    exec                | Missing required parameter: 'COMMAND'
                    completion fish     | Invalid value for positional parameter at index 0 (SHELL)
                    fetch               | Unmatched argument at index 0: 'fetch'
                    --verbose           | Missing command: one of get, exec, serve, doctor, cache, emulator, completion, help
                    """)
    void endsWithWhatIsWrong(String arguments, String complaint) {
        Run run = Run.of(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: osdu-token");
        assertThat(run.lastErrorLine()).startsWith("error[CONFIGURATION] ").contains(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get --quiet --verbose", "--quiet fetch", "--quiet get --formt json"})
    void saysNoMoreThanWhatIsWrongWhenItIsToBeQuiet(String arguments) {
        Run run = Run.of(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("error[CONFIGURATION] ").hasLineCount(1);
    }

    @Test
    void asksForACommand() {
        assertThat(Run.of().lastErrorLine())
                .isEqualTo(
                        "error[CONFIGURATION] Missing command: one of get, exec, serve, doctor, cache, emulator, completion, help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "get --help",
                "exec --help",
                "doctor --help",
                "cache --help",
                "emulator --help",
                "serve --help",
                "help",
                "help get",
                "--version"
            })
    void answersOnStandardOutput(String arguments) {
        Run run = Run.of(arguments.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("osdu-token");
        assertThat(run.err()).isEmpty();
    }

    /** The list of commands has the first line of what each says of itself. */
    @Test
    void describesEachCommandByAWholeSentence() {
        String help = Run.of("--help").out();

        assertThat(help.substring(help.indexOf("Commands:\n"), help.indexOf("Examples:"))
                        .lines()
                        .skip(1))
                .filteredOn(line -> !line.isBlank())
                .hasSizeGreaterThan(7)
                .allMatch(line -> line.endsWith("."));
    }

    @Test
    void namesEveryFormat() {
        assertThat(Run.of("get", "--help").out().replaceAll("\\s+", " "))
                .contains(
                        "One of refresh-token, access-token, header, json, env, dotenv, powershell, github, azure-pipelines,"
                                + " gitlab, osducli, rest-client, postman, sdutil, azd, osdu-java-tests. Default: refresh-token.");
    }

    @Test
    void hasNoOptionForASecret() {
        assertThat(Run.of("get", "--help").out()).doesNotContainPattern("--(password|secret|refresh-token|totp)");
    }

    @Test
    void saysWhatItRunsOn() {
        assertThat(Run.of("--version").out())
                .startsWith("osdu-token ")
                .contains("Java " + Runtime.version() + ", " + System.getProperty("java.home"));
    }

    @Test
    void bashCompletesFormats(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"), Run.of("completion", "bash").out());
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        ". \"$1\"; complete -p osdu-token; COMP_WORDS=(osdu-token get --format r); COMP_CWORD=3;"
                                + " _complete_osdu-token; echo \"${COMPREPLY[@]}\"",
                        "bash",
                        script.toString())
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly("complete -o default -F _complete_osdu-token osdu-token", "refresh-token rest-client");
    }

    @Test
    void asksNothingWhenZshReadsTheCompletion() {
        assertThat(Run.of("completion", "zsh").out().lines().map(String::strip))
                .contains("autoload -U +X compinit && compinit -i");
    }

    @Test
    void failsWhenItsWordsAreLost() {
        StringWriter err = new StringWriter();
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        PrintWriter full = new PrintWriter(disk, false, StandardCharsets.UTF_8);

        assertThat(OsduToken.run(full, new PrintWriter(err, true), "--version")).isEqualTo(4);
        assertThat(err.toString()).startsWith("error[UNAVAILABLE] Writing to standard output failed: ");
    }
}
