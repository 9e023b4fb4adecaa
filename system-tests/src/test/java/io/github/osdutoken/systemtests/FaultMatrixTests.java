package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few rows of the matrix, of different kinds and none that waits for a timeout; {@code ci/fault-matrix} runs all. Nothing
 * else is tested meanwhile: what they kill is whatever this JVM has started.
 */
@Tag("long")
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(300)
class FaultMatrixTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("rows")
    void aFaultIsNamedAndLeavesNothingBehind(FaultRow row) throws Exception {
        FaultOutcome outcome = new FaultMatrix(folder).run(row);

        assertThat(outcome.said()).as(outcome.words()).isIn(row.expected());
        assertThat(outcome.leaked()).as("secrets seen").isEmpty();
        assertThat(outcome.left()).as("left running").isEmpty();
        assertThat(outcome.next()).as("next run").isEqualTo(FaultRow.TOKENS);
    }

    static Stream<FaultRow> rows() {
        return Stream.of(
                NetworkFaults.TOO_MANY_REQUESTS.at(SignInStep.DISCOVERY),
                NetworkFaults.ENDLESS.at(SignInStep.DISCOVERY),
                NetworkFaults.SERVER_ERROR.at(SignInStep.USERNAME),
                NetworkFaults.TRUNCATED.at(SignInStep.TOKEN),
                NetworkFaults.CONNECTION_RESET.at(SignInStep.TOKEN),
                NetworkFaults.WRONG_CONTENT.at(SignInStep.KEYS),
                MachineFaults.browserKilled(SignInStep.PASSWORD),
                MachineFaults.driverKilled(SignInStep.SECOND_FACTOR),
                MachineFaults.tabCrashed(SignInStep.PASSWORD),
                MachineFaults.portTaken(),
                MachineFaults.readOnlyCache());
    }
}
