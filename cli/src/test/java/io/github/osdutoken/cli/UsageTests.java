package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says of itself, and to those who mistype. */
class UsageTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    get --format yaml   | 'yaml' is not a format. There are: refresh-token, access-token, json
                    get --formt json    | Unknown options: '--formt', 'json'
                    get --profile       | Missing required parameter for option '--profile' (NAME)
                    get a-token         | Unmatched argument at index 1: 'a-token'
                    emulator --port x   | Invalid value for option '--port': 'x' is not an int
                    fetch               | Unmatched argument at index 0: 'fetch'
                    --verbose           | Missing command: get or emulator
                    """)
    void endsWithWhatIsWrong(String arguments, String complaint) {
        Run run = Run.of(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: osdu-token");
        assertThat(run.lastErrorLine()).startsWith("error[CONFIGURATION] ").contains(complaint);
    }

    @Test
    void asksForACommand() {
        assertThat(Run.of().lastErrorLine()).isEqualTo("error[CONFIGURATION] Missing command: get or emulator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "get --help", "emulator --help", "--version"})
    void answersOnStandardOutput(String arguments) {
        Run run = Run.of(arguments.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("osdu-token");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void namesEveryFormat() {
        assertThat(Run.of("get", "--help").out().replaceAll("\\s+", " "))
                .contains("One of refresh-token, access-token, json. Default: refresh-token.");
    }

    @Test
    void hasNoOptionForASecret() {
        assertThat(Run.of("get", "--help").out()).doesNotContainPattern("--(password|secret|refresh-token|totp)");
    }
}
