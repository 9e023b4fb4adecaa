package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show is what the build compiles. */
class SnippetTests {

    private static final Path ROOT = Path.of("..");

    private static final Pattern SNIPPET =
            Pattern.compile("<!-- (\\S+)#(\\S+) -->\\n```(?:java|properties)\\n(.*?)```\\n", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("snippets")
    void isWhatTheSourceSays(String shown, Path source, String region) throws Exception {
        assertThat(shown).isEqualTo(region(source, region));
    }

    @Test
    void everyJavaBlockOfTheCookbookIsOne() throws Exception {
        String cookbook = Files.readString(ROOT.resolve("docs/cookbook.md"));

        assertThat(Pattern.compile("(?m)^```java$").matcher(cookbook).results())
                .hasSameSizeAs(SNIPPET.matcher(cookbook)
                        .results()
                        .filter(snippet -> snippet.group(1).endsWith(".java"))
                        .toList());
    }

    static Stream<Arguments> snippets() throws IOException {
        return Stream.of("README.md", "docs/cookbook.md").flatMap(document -> {
            List<MatchResult> found =
                    SNIPPET.matcher(read(ROOT.resolve(document))).results().toList();
            return found.stream()
                    .map(snippet -> argumentSet(
                            document + " " + snippet.group(2),
                            snippet.group(3),
                            ROOT.resolve(snippet.group(1)),
                            snippet.group(2)));
        });
    }

    private static String region(Path source, String name) {
        Pattern region = Pattern.compile(
                "(?m)^[^\\n]*tag::" + name + "\\[]\\n(.*?)\\n[^\\n]*end::" + name + "\\[]",
                Pattern.DOTALL | Pattern.MULTILINE);
        return region.matcher(read(source))
                .results()
                .map(match -> match.group(1).stripIndent() + "\n")
                .findFirst()
                .orElseThrow(() -> new AssertionError(source + " has no region " + name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
