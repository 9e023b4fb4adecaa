package io.github.osdutoken.aadsts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/troubleshooting.md} true to the table; a failing row can be pasted from the message. */
class TroubleshootingPageTests {

    private static final Path PAGE = Path.of("..", "docs", "troubleshooting.md");

    @Test
    void listsEveryCodeWithReasonCauseAndMend() throws IOException {
        Map<String, List<Integer>> rows = AadstsCodes.all().stream()
                .collect(Collectors.groupingBy(
                        code -> "| `" + code.reason() + "`" + (code.informational() ? " (no failure by itself)" : "")
                                + " | " + code.cause() + " | " + code.mend() + " |",
                        LinkedHashMap::new,
                        Collectors.mapping(AadstsCode::number, Collectors.toList())));

        assertThat(Files.readAllLines(PAGE))
                .containsAll(rows.entrySet().stream()
                        .map(row -> "| "
                                + row.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " "
                                + row.getKey())
                        .toList());
    }

    @Test
    void listsEveryReasonWithItsExitCode() throws IOException {
        List<String> page = Files.readAllLines(PAGE);

        assertThat(Arrays.asList(Reason.values()))
                .allSatisfy(reason -> assertThat(page)
                        .anyMatch(line -> line.startsWith("| `" + reason + "` | " + reason.exitCode() + " | ")));
    }
}
