package io.github.osdutoken.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the table in docs/usage.md to the table in the code. */
class UsageTableTests {

    @ParameterizedTest
    @EnumSource(Setting.class)
    void listsEverySettingAsItIs(Setting setting) throws Exception {
        List<String> rows;
        try (var lines = Files.lines(Path.of("..", "docs", "usage.md"))) {
            rows = lines.filter(line -> line.startsWith("| `" + setting.key() + "` "))
                    .toList();
        }
        String begin =
                "| `" + setting.key() + "` " + (setting.secret() ? "S " : "") + "| `" + setting.variable() + "` | "
                        + setting.defaultValue().map(d -> "`" + d + "`").orElse("–") + " | "
                        + setting.aliases().stream().map(a -> "`" + a + "`").collect(Collectors.joining(", "))
                        + (setting.aliases().isEmpty() ? "| " : " | ");
        assertThat(rows).hasSize(1).first().asString().startsWith(begin);
    }
}
